package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {
    /** One line of the tables: a key's path and its fallback. */
    record Row(String path, String fallback) {}

    @ParameterizedTest
    @MethodSource("everyKey")
    void explainsEveryKeyWithItsDefault(Row key) throws Exception {
        List<String> rows = Files.readAllLines(Path.of("bot-config", "README.md")).stream()
                .filter(line -> line.startsWith("| `" + key.path() + "` |"))
                .toList();

        assertThat(rows).as(key.path()).hasSize(1);
        assertThat(rows.getFirst().split(" \\| ", -1)[3]).isEqualTo(written(key));
    }

    private static String written(Row key) {
        return switch (key.fallback()) {
            case "" -> "required";
            case Key.NONE -> key.path().startsWith("approvals.rules") ? "as in `default`" : "none";
            default -> "`" + key.fallback() + "`";
        };
    }

    static Stream<Row> everyKey() {
        return keys(BotConfig.class, "").distinct();
    }

    private static Stream<Row> keys(Class<?> type, String path) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> keys(component, path));
    }

    private static Stream<Row> keys(RecordComponent component, String path) {
        String key = path.equals("roles") ? "<role>" : Keys.name(component);
        String below = Entries.below(path, key);
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType many
                && many.getActualTypeArguments()[many.getActualTypeArguments().length - 1] instanceof Class<?> element
                && element.getEnclosingClass() == BotConfig.class) {
            return keys(element, below + (many.getRawType() == List.class ? "[]" : ".<name>"));
        }
        if (type instanceof Class<?> section && section.getEnclosingClass() == BotConfig.class) {
            return keys(section, below);
        }
        return Stream.of(new Row(below, Keys.of(component).fallback()));
    }
}
