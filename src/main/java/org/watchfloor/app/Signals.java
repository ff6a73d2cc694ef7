package org.watchfloor.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * SIGTERM, SIGINT and SIGHUP before the Java machine sees them. It would run all shutdown hooks at once, and the one of
 * JavaFX takes the toolkit down under a console that is still starting or stopping. Reached by reflection, because the
 * compiler warns of {@code sun.misc} wherever it is named.
 */
final class Signals {
    private static final List<String> ASKING_FOR_THE_END = List.of("TERM", "INT", "HUP");

    private Signals() {}

    /** @param handler called with the number of the signal, on a thread of its own, each time one comes */
    static void handle(IntConsumer handler) {
        ASKING_FOR_THE_END.forEach(name -> handle(name, handler));
    }

    /** What this system does not know, or has reserved, stays with the Java machine, whose hooks end the program too. */
    private static void handle(String name, IntConsumer handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> receiver = Class.forName("sun.misc.SignalHandler");
            Method number = signal.getMethod("getNumber");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {receiver}, (self, method, arguments) -> {
                        handler.accept((int) number.invoke(arguments[0]));
                        return null;
                    });
            signal.getMethod("handle", signal, receiver)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException("the signal " + name + " cannot be handled", e.getCause());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the signal " + name + " cannot be handled", e);
        }
    }
}
