package dev.sspr.adapter.breached;

import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.BreachedPasswordsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** An index beside a hundred thousand other hashes; an outage is a file that is overwritten while it is in use. */
abstract class IndexContract extends BreachedPasswordsContract {
    private static final int OTHERS = 100_000;

    private final IndexForm form;

    @TempDir
    private Path folder;

    private byte[] kept = new byte[0];

    IndexContract(IndexForm form) {
        this.form = form;
    }

    @Override
    protected BreachedPasswords holding(List<Secret> breached) {
        try {
            Path dump = Lists.write(
                    folder.resolve("list"),
                    Stream.concat(
                                    Lists.random(samples.random(), OTHERS).stream(),
                                    breached.stream().map(Lists::line))
                            .map(line -> line + ":" + TIMES)
                            .toList());
            IndexBuilder.of(form).inPartsOf(30_000).build(dump, index());
            return BreachIndex.open(index());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path index() {
        return folder.resolve("index");
    }

    @Override
    protected String shown() {
        return "";
    }

    @Override
    protected void outage(boolean on) {
        try (FileChannel file = FileChannel.open(index(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (on) {
                kept = new byte[(int) file.size()];
                file.read(ByteBuffer.wrap(kept));
                byte[] other = kept.clone();
                for (int i = Pages.SIZE; i < other.length; i += Pages.SIZE) {
                    other[i + 9] ^= 0x10;
                }
                file.write(ByteBuffer.wrap(other), 0);
            } else {
                file.write(ByteBuffer.wrap(kept), 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
