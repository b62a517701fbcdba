package dev.hallm.bot.platform.console;

/** A person's initials in a colour of their own; a guest has none. */
final class AvatarHtml {
    private static final int COLOURS = 6;

    private AvatarHtml() {}

    static void write(Html html, ConsolePerson person) {
        String colour = person.guest() ? "guest" : "c" + person.id().charAt(0) % COLOURS;
        html.element("span", person.initials(), "class", "avatar " + colour, "aria-hidden", "true");
    }
}
