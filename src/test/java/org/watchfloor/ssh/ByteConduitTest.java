package org.watchfloor.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Bytes between two threads. */
@NullMarked
class ByteConduitTest {
    private final ByteConduit conduit = new ByteConduit();

    @Test
    void carriesMoreThanItHolds() throws Exception {
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        FutureTask<byte[]> reader = new FutureTask<>(() -> conduit.in().readAllBytes());
        Thread.startVirtualThread(reader);

        try (var out = conduit.out()) {
            out.write(sent[0]);
            for (int i = 1; i < sent.length; i += 1000) {
                out.write(sent, i, Math.min(1000, sent.length - i));
            }
        }

        assertThat(reader.get()).isEqualTo(sent);
    }

    @Test
    void readsSingleBytesAndThenTheEnd() throws Exception {
        conduit.out().write(200);
        conduit.out().close();

        assertThat(conduit.in().available()).isEqualTo(1);
        assertThat(conduit.in().read()).isEqualTo(200);
        assertThat(conduit.in().read()).isEqualTo(-1);
    }

    @Test
    void refusesToCarryWhenItIsClosed() throws Exception {
        conduit.in().close();

        assertThatThrownBy(() -> conduit.out().write(1)).isInstanceOf(IOException.class);
    }
}
