package dev.sspr.adapter.breached;

final class ApproximateIndexContractTest extends IndexContract {
    ApproximateIndexContractTest() {
        super(IndexForm.APPROXIMATE);
    }
}
