package dev.hallm.bot.platform.console;

/** A person's initials in a colour of their own. */
final class AvatarHtml {
    private static final int COLOURS = 6;

    private AvatarHtml() {}

    static void write(Html html, ConsolePerson person) {
        int colour = Math.floorMod(person.id().hashCode(), COLOURS);
        html.element("span", person.initials(), "class", "avatar c" + colour, "aria-hidden", "true");
    }
}
