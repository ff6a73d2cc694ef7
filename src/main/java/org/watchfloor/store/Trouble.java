package org.watchfloor.store;

import java.util.Locale;

/** What is wrong with the disk, in one sentence for the operator. Never shows more of an error than its first line. */
final class Trouble {
    private static final String MEANWHILE =
            "; monitoring goes on, new history is held in memory and written as soon as that is mended";

    private Trouble() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return isFull(message)
                ? "The disk is full: free some space where the data directory lies" + MEANWHILE
                : "The database cannot be written (" + message
                        + "): look at the disk and the rights of the data directory" + MEANWHILE;
    }

    private static boolean isFull(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space") || lower.contains("not enough space") || lower.contains("quota");
    }
}
