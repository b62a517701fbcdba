package dev.hallm.bot.platform.discord;

import java.util.HashSet;
import java.util.List;

/** Whether Discord can offer a list of values as it is. */
final class Choices {
    private Choices() {}

    static boolean suit(List<String> choices) {
        return !choices.isEmpty()
                && choices.size() <= DiscordLimits.CHOICES
                && new HashSet<>(choices).size() == choices.size()
                && choices.stream().allMatch(choice -> !choice.isBlank() && choice.length() <= DiscordLimits.CHOICE);
    }
}
