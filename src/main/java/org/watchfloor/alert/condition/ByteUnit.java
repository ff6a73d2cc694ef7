package org.watchfloor.alert.condition;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units of bytes, the largest first, and amounts written in them: {@code 64KiB}, {@code 10MiB}, {@code 512B}. */
enum ByteUnit {
    TIB("TiB", 1L << 40),
    GIB("GiB", 1L << 30),
    MIB("MiB", 1L << 20),
    KIB("KiB", 1L << 10),
    B("B", 1);

    /** Above this a double does not tell neighbours apart. */
    private static final long MOST = 1L << 53;

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,16})(B|KiB|MiB|GiB|TiB)");

    private final String sign;
    private final long bytes;

    ByteUnit(String sign, long bytes) {
        this.sign = sign;
        this.bytes = bytes;
    }

    String sign() {
        return sign;
    }

    long bytes() {
        return bytes;
    }

    /** Empty if it is no such amount or more than 8,192 TiB. */
    static OptionalLong parse(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        ByteUnit unit = Arrays.stream(values())
                .filter(known -> known.sign.equals(matcher.group(2)))
                .findFirst()
                .orElseThrow();
        long amount = Long.parseLong(matcher.group(1));
        return amount <= MOST / unit.bytes ? OptionalLong.of(amount * unit.bytes) : OptionalLong.empty();
    }

    /** In the largest unit that leaves a whole number. */
    static String text(long amount) {
        return Arrays.stream(values())
                .filter(unit -> amount >= unit.bytes && amount % unit.bytes == 0)
                .findFirst()
                .map(unit -> amount / unit.bytes + unit.sign)
                .orElse("0B");
    }

    /** The largest unit that is not larger than the amount. */
    static ByteUnit suited(double amount) {
        return Arrays.stream(values())
                .filter(unit -> Math.abs(amount) >= unit.bytes)
                .findFirst()
                .orElse(B);
    }
}
