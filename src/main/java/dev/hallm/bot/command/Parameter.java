package dev.hallm.bot.command;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One component of an arguments record. */
record Parameter(String name, Class<?> type, boolean required) {
    static List<Parameter> of(Class<? extends Record> arguments) {
        return Stream.of(arguments.getRecordComponents()).map(Parameter::of).toList();
    }

    private static Parameter of(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Parameter(kebab(component.getName()), component.getType(), !optional);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Free text, which takes the rest of the line when it is the last. */
    boolean isText() {
        return type == String.class;
    }
}
