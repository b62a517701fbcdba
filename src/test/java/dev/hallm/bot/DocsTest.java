package dev.hallm.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** docs/architecture.md shows the modules as they are; {@code -Dhallm.docs=write} draws them anew. */
class DocsTest {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final String START = "<!-- modules:start -->\n";
    private static final String END = "<!-- modules:end -->";

    @Test
    void showsTheModulesAsTheyAre() throws IOException {
        String page = Files.readString(PAGE);
        String now = withDiagram(page, diagram(ApplicationModules.of(HallmBot.class)));

        if ("write".equals(System.getProperty("hallm.docs"))) {
            Files.writeString(PAGE, now);
            return;
        }

        assertThat(page)
                .as(
                        "%s shows other modules than there are; draw it anew with: "
                                + "./mvnw test -Dtest=DocsTest -Dhallm.docs=write",
                        PAGE)
                .isEqualTo(now);
    }

    private static String withDiagram(String page, String diagram) {
        int start = page.indexOf(START);
        int end = page.indexOf(END);
        assertThat(start).as("the line %s in %s", START.strip(), PAGE).isNotNegative();
        assertThat(end).as("the line %s after it", END).isGreaterThan(start);
        return page.substring(0, start + START.length()) + diagram + page.substring(end);
    }

    /** One line for each module: what it uses. */
    private static String diagram(ApplicationModules modules) {
        return modules.stream()
                .sorted(Comparator.comparing(
                        (ApplicationModule module) -> module.getIdentifier().toString()))
                .map(module -> "    " + edges(module, modules) + "\n")
                .collect(Collectors.joining("", "```mermaid\ngraph TD\n", "```\n"));
    }

    private static String edges(ApplicationModule module, ApplicationModules modules) {
        String name = module.getIdentifier().toString();
        List<String> uses = module.getDirectDependencies(modules)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .filter(used -> !used.equals(name))
                .sorted()
                .toList();
        return uses.isEmpty() ? name : name + " --> " + String.join(" & ", uses);
    }
}
