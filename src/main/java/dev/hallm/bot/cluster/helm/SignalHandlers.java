package dev.hallm.bot.cluster.helm;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives SIGTERM and SIGINT back to the JVM after Helm's Go runtime took them. By reflection, because
 * {@code sun.misc.Signal} is no public API, and javac's warning about that cannot be suppressed.
 */
final class SignalHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(SignalHandlers.class);
    private static final Map<String, Integer> EXIT_CODES = Map.of("TERM", 143, "INT", 130);

    private SignalHandlers() {}

    static void takeBack() {
        EXIT_CODES.forEach(SignalHandlers::register);
    }

    private static void register(String name, int exitCode) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler exit = (proxy, method, arguments) -> handle(method, arguments, exitCode);
            Object ours = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, exit);
            Object instance = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, instance, ours);
        } catch (ReflectiveOperationException e) {
            LOG.warn("SIG{} may not end this process, because its handler cannot be set", name, e);
        }
    }

    private static @Nullable Object handle(Method method, Object @Nullable [] arguments, int exitCode)
            throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(SignalHandlers.class, arguments);
        }
        System.exit(exitCode);
        return null;
    }
}
