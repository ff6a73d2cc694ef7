package org.watchfloor.ssh;

/**
 * What to run.
 *
 * @param line given to the login shell of the remote user
 * @param stdin what the command reads; it then sees the end of its input
 * @param outputLimit bytes kept of stdout and of stderr; what comes beyond is read and dropped
 * @param listener is told all of both as it comes, beyond the limit too
 */
public record SshCommand(String line, String stdin, int outputLimit, Listener listener) {
    /** Listens while a command runs. Called by a thread of the session, which waits for it; must not throw. */
    @FunctionalInterface
    public interface Listener {
        /** The bytes may change after the return. */
        void heard(byte[] bytes, int offset, int length);
    }

    /** 256 KiB. */
    public static final int DEFAULT_OUTPUT_LIMIT = 256 * 1024;

    /** One that nobody listens to. */
    public SshCommand(String line, String stdin, int outputLimit) {
        this(line, stdin, outputLimit, (_, _, _) -> {});
    }

    public static SshCommand of(String line) {
        return new SshCommand(line, "", DEFAULT_OUTPUT_LIMIT);
    }
}
