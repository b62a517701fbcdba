package dev.hallm.bot.settings;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns text into YAML nodes, which know their lines; no object is ever built from a tag in the file. */
final class Yaml {
    private Yaml() {}

    /** The root of the document, an empty mapping when it has none; empty when it is broken, which is reported. */
    static Optional<Node> compose(String text, Problems problems) {
        try {
            Node root = parser().compose(new StringReader(text));
            return root == null || root.getTag().equals(Tag.NULL) ? compose("{}", problems) : Optional.of(root);
        } catch (MarkedYAMLException e) {
            syntaxError(e, text, problems);
        } catch (YAMLException e) {
            problems.add(1, "", "this is not readable as YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static void syntaxError(MarkedYAMLException error, String text, Problems problems) {
        var mark = error.getProblemMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        String source = text.lines().skip(line - 1L).findFirst().orElse("");
        String hint = source.matches("\\s*\\t.*")
                ? "indent with spaces, not with a tab"
                : "check the indentation, colons and quotes here and in the line above";
        problems.add(line, "", "this is not YAML (" + error.getProblem() + "); " + hint);
    }

    private static org.yaml.snakeyaml.Yaml parser() {
        var loading = new LoaderOptions();
        loading.setMaxAliasesForCollections(20);
        var dumping = new DumperOptions();
        return new org.yaml.snakeyaml.Yaml(
                new SafeConstructor(loading), new Representer(dumping), dumping, loading, new PlainWords());
    }

    /** YAML 1.2's few special words: {@code no}, {@code on} and {@code 012} are text, as an administrator means them. */
    private static final class PlainWords extends Resolver {
        private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
        private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false|True|False|TRUE|FALSE"), "tTfF");
            addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, NUMBER, "-+0123456789");
            addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL|"), "~nN\0");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
        }
    }
}
