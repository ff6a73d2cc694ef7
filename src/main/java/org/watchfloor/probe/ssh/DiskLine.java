package org.watchfloor.probe.ssh;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of {@code df -P} (POSIX df, "-P"): sizes in KiB or counts of inodes. */
record DiskLine(String device, double used, double free, String mount) {
    private static final Pattern LINE = Pattern.compile(
            "(\\S++)\\s++([0-9]{1,18})\\s++([0-9]{1,18})\\s++([0-9]{1,18})\\s++\\S++\\s++(/\\S*+)\\s*+");

    /** File systems without a disk; {@code /} counts whatever it lies on, as in a container. */
    private static final Set<String> UNREAL =
            Set.of("tmpfs", "devtmpfs", "udev", "none", "overlay", "shm", "proc", "sysfs", "efivarfs", "squashfs");

    static Optional<DiskLine> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new DiskLine(
                        matcher.group(1),
                        Double.parseDouble(matcher.group(3)),
                        Double.parseDouble(matcher.group(4)),
                        matcher.group(5)))
                : Optional.empty();
    }

    boolean isReal() {
        return used + free > 0 && (mount.equals("/") || (!UNREAL.contains(device) && !device.startsWith("/dev/loop")));
    }

    /** As df counts: what is reserved for root is neither used nor free. */
    double usedPercent() {
        return 100 * used / (used + free);
    }
}
