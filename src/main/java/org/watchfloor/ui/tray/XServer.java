package org.watchfloor.ui.tray;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/**
 * The few calls to the X server of this desktop that neither toolkit offers. Any thread.
 *
 * @see <a href="https://specifications.freedesktop.org/systemtray-spec/latest/">System Tray Protocol</a>
 */
@SuppressWarnings("restricted") // the program is started with native access, which JavaFX needs too
final class XServer {
    private static final String LIBRARY = "libX11.so.6";
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private final SymbolLookup library;

    /** @throws IllegalArgumentException if this machine has no X library */
    XServer() {
        library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
    }

    /**
     * Whether somebody holds the selection of the tray on the first screen.
     *
     * @throws IllegalStateException if the library cannot be called
     */
    boolean hasTray() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment display = (MemorySegment) call("XOpenDisplay", ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                    .invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            long selection = (long) call("XInternAtom", LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS, INT)
                    .invokeExact(display, arena.allocateFrom("_NET_SYSTEM_TRAY_S0"), 0);
            long owner = (long)
                    call("XGetSelectionOwner", LONG, ValueLayout.ADDRESS, LONG).invokeExact(display, selection);
            int _ = (int) call("XCloseDisplay", INT, ValueLayout.ADDRESS).invokeExact(display);
            return owner != 0;
        } catch (Throwable e) { // declared by every call into a library
            throw new IllegalStateException(LIBRARY + " cannot be called", e);
        }
    }

    /** Does the work and puts back the handler of X errors, of which a process has one only. */
    <T> T keepingErrorHandler(Supplier<T> work) {
        MemorySegment before = handle(MemorySegment.NULL);
        handle(before);
        try {
            return work.get();
        } finally {
            handle(before);
        }
    }

    private MemorySegment handle(MemorySegment handler) {
        try {
            return (MemorySegment) call("XSetErrorHandler", ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                    .invokeExact(handler);
        } catch (Throwable e) { // declared by every call into a library
            throw new IllegalStateException(LIBRARY + " cannot be called", e);
        }
    }

    private MethodHandle call(String function, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        library.find(function).orElseThrow(() -> new IllegalStateException(function + " is missing")),
                        FunctionDescriptor.of(result, arguments));
    }
}
