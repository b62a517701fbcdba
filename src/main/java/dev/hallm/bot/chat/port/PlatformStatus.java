package dev.hallm.bot.chat.port;

/** How the bot stands with one chat platform right now, from memory; a bean for each platform. */
public interface PlatformStatus {
    /** The word in {@code ChatAccount.platform()}. */
    String platform();

    Status status();

    /** The state of the connection; reasons are for administrators and hold no secret. */
    sealed interface Status {
        /** Messages come and go. */
        record Connected() implements Status {}

        /** The platform does not answer, or not yet; the bot goes on trying. */
        record Away(String why) implements Status {}

        /** Nothing will work until somebody changes the configuration. */
        record Misconfigured(String why) implements Status {}

        /** Nobody asked for this platform. */
        record NotConfigured() implements Status {}
    }
}
