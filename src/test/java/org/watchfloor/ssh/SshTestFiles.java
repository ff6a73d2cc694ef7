package org.watchfloor.ssh;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Targets and files for tests. */
@NullMarked
public final class SshTestFiles {
    private SshTestFiles() {}

    public static SshFiles in(Path home) {
        return new SshFiles(
                home, home.resolve("system_known_hosts"), home.resolve("pins"), Optional.empty(), TestSshd.USER);
    }

    public static SshTarget byPassword(int port, String password) {
        SshLogin login = new SshLogin(Optional.empty(), Optional.empty(), Optional.of(new Plain(password)), false);
        return new SshTarget("127.0.0.1", Optional.of(port), Optional.of(TestSshd.USER), login, Optional.empty(), true);
    }

    /** A secret of a test; empty text is a missing one. */
    public record Plain(String text) implements SshSecret {
        @Override
        public Optional<String> value() {
            return Optional.of(text).filter(value -> !value.isEmpty());
        }

        @Override
        public String reference() {
            return "${TEST}";
        }
    }
}
