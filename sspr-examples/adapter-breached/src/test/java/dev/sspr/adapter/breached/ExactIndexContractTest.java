package dev.sspr.adapter.breached;

final class ExactIndexContractTest extends IndexContract {
    ExactIndexContractTest() {
        super(IndexForm.EXACT);
    }
}
