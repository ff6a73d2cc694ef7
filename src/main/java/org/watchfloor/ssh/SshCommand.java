package org.watchfloor.ssh;

/**
 * What to run.
 *
 * @param line given to the login shell of the remote user
 * @param stdin what the command reads; it then sees the end of its input
 * @param outputLimit bytes kept of stdout and of stderr; what comes beyond is read and dropped
 */
public record SshCommand(String line, String stdin, int outputLimit) {
    /** 256 KiB. */
    public static final int DEFAULT_OUTPUT_LIMIT = 256 * 1024;

    public static SshCommand of(String line) {
        return new SshCommand(line, "", DEFAULT_OUTPUT_LIMIT);
    }
}
