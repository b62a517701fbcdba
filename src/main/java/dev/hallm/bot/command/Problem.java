package dev.hallm.bot.command;

/**
 * What is wrong with one argument.
 *
 * @param argument its name, or what was typed where no argument has that name
 * @param what the problem and what would be right, in plain words
 */
public record Problem(String argument, String what) {
    @Override
    public String toString() {
        return argument + " " + what;
    }
}
