package org.watchfloor.ssh;

/**
 * What a command wrote, read as UTF-8.
 *
 * @param cut whether the command wrote more than was kept
 */
public record SshOutput(String text, boolean cut) {}
