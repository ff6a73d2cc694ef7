package org.watchfloor.probe.output;

/** Reads lines of {@code key=value}; whatever else is printed is passed over. */
final class KeyValueOutput {
    private KeyValueOutput() {}

    static void read(String stdout, Reading reading) {
        stdout.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                reading.take(line.substring(0, equals).strip(), line.substring(equals + 1));
            }
        });
    }
}
