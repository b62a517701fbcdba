package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.Dispatcher.Completion;
import dev.hallm.bot.identity.Person;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may come next in a line: words of commands, then arguments and their values. */
@Component
class Completer {
    private static final int MOST = 25;

    private final Catalogue catalogue;
    private final ArgumentTypes types;

    Completer(Catalogue catalogue, ArgumentTypes types) {
        this.catalogue = catalogue;
        this.types = types;
    }

    List<Completion> complete(String line, Person asker) {
        String text = line.stripLeading();
        return catalogue
                .match(text)
                .filter(match -> match.command().spec().allows(asker) && endsPath(text, match))
                .map(match -> arguments(text, match, asker))
                .orElseGet(() -> paths(text, asker))
                .limit(MOST)
                .toList();
    }

    /** Values of one argument that begin with what was typed. */
    List<Completion> values(CommandSpec<?> spec, String argument, String typed, Person asker) {
        return Parameter.of(spec.arguments()).stream()
                .filter(parameter -> parameter.name().equals(argument))
                .flatMap(parameter -> types.of(parameter).suggest(typed, asker).stream())
                .map(value -> new Completion(value.value(), value.value(), value.hint()))
                .limit(MOST)
                .toList();
    }

    private static boolean endsPath(String text, Catalogue.Match match) {
        return text.length() > match.command().spec().path().length();
    }

    private Stream<Completion> paths(String text, Person asker) {
        String typed = text.toLowerCase(java.util.Locale.ROOT);
        return catalogue.usableBy(asker).stream()
                .map(Command::spec)
                .filter(spec -> spec.path().startsWith(typed))
                .map(spec -> new Completion(
                        spec.path() + (Parameter.of(spec.arguments()).isEmpty() ? "" : " "),
                        spec.path(),
                        text("command." + spec.key())));
    }

    private Stream<Completion> arguments(String line, Catalogue.Match match, Person asker) {
        int start = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1;
        String before = line.substring(0, start);
        String typed = line.substring(start);
        CommandSpec<?> spec = match.command().spec();
        List<Parameter> parameters = Parameter.of(spec.arguments());
        String done =
                match.arguments().substring(0, Math.max(0, match.arguments().length() - typed.length()));
        Assignment assigned = Assignment.of(parameters, done);
        List<Parameter> open = parameters.stream()
                .filter(parameter -> !assigned.values().containsKey(parameter.name()))
                .toList();
        return typed.contains("=") ? valuesOf(before, typed, open, asker) : next(before, typed, spec, open, asker);
    }

    private Stream<Completion> valuesOf(String before, String typed, List<Parameter> open, Person asker) {
        int equals = typed.indexOf('=');
        String key = typed.substring(0, equals);
        return open.stream()
                .filter(parameter -> parameter.name().equals(key))
                .flatMap(parameter -> values(before + key + "=", parameter, typed.substring(equals + 1), asker));
    }

    private Stream<Completion> next(
            String before, String typed, CommandSpec<?> spec, List<Parameter> open, Person asker) {
        Stream<Completion> values =
                open.stream().limit(1).flatMap(parameter -> values(before, parameter, typed, asker));
        Stream<Completion> keys = open.stream()
                .filter(parameter -> parameter.name().startsWith(typed))
                .map(parameter ->
                        new Completion(before + parameter.name() + "=", parameter.name() + "=", hint(spec, parameter)));
        return Stream.concat(values, keys);
    }

    private static String hint(CommandSpec<?> spec, Parameter parameter) {
        String hint = Forms.hint(spec, parameter);
        return hint.isEmpty() ? Forms.label(spec, parameter) : hint;
    }

    private Stream<Completion> values(String before, Parameter parameter, String typed, Person asker) {
        return types.of(parameter).suggest(typed, asker).stream()
                .map(value -> new Completion(before + value.value() + " ", value.value(), value.hint()));
    }
}
