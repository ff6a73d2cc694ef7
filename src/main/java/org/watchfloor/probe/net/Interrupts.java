package org.watchfloor.probe.net;

/** On a virtual thread an interrupt closes the socket and looks like an I/O error; the flag tells them apart. */
public final class Interrupts {
    private Interrupts() {}

    /** Turns a pending interrupt into its exception. */
    public static void rethrow() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the check is being stopped");
        }
    }
}
