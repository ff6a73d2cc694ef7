package org.watchfloor.probe.net;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks the causes of an exception. Pure functions. */
public final class Causes {
    private static final int DEEPEST = 12;

    private Causes() {}

    /** The exception and its causes, outermost first. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(
                        thrown, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .limit(DEEPEST)
                .map(Throwable.class::cast);
    }

    public static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        return of(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** True if the message of the exception or of a cause contains the text. */
    public static boolean mention(Throwable thrown, String text) {
        return of(thrown).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(text));
    }

    /** The innermost message, which is the operating system's where there is one. */
    public static String rootMessage(Throwable thrown) {
        Throwable root = of(thrown).reduce(thrown, (outer, inner) -> inner);
        String message = root.getMessage();
        return Words.excerpt(message == null ? root.getClass().getSimpleName() : message, 200);
    }
}
