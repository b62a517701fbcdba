package dev.hallm.bot.platform.discord.fake;

/** The errors of Discord's table that this fake answers, with the HTTP status they come with. */
public enum DiscordError {
    UNAUTHORIZED(401, 0, "401: Unauthorized"),
    NOT_FOUND(404, 0, "404: Not Found"),
    METHOD_NOT_ALLOWED(405, 0, "405: Method Not Allowed"),
    UNKNOWN_CHANNEL(404, 10003, "Unknown Channel"),
    UNKNOWN_GUILD(404, 10004, "Unknown Guild"),
    UNKNOWN_MEMBER(404, 10007, "Unknown Member"),
    UNKNOWN_MESSAGE(404, 10008, "Unknown Message"),
    UNKNOWN_USER(404, 10013, "Unknown User"),
    UNKNOWN_WEBHOOK(404, 10015, "Unknown Webhook"),
    UNKNOWN_INTERACTION(404, 10062, "Unknown interaction"),
    UNKNOWN_COMMAND(404, 10063, "Unknown application command"),
    TOO_MANY_COMMANDS(400, 30032, "Maximum number of application commands reached (100)."),
    TOO_MANY_COMMAND_CREATIONS(400, 30034, "Max number of daily application command creates has been reached (200)"),
    TOO_MANY_OLD_EDITS(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later"),
    ALREADY_ACKNOWLEDGED(400, 40060, "Interaction has already been acknowledged."),
    NO_USER_AGENT(403, 40333, "internal network error"),
    MISSING_ACCESS(403, 50001, "Missing Access"),
    OTHER_AUTHOR(403, 50005, "Cannot edit a message authored by another user"),
    EMPTY_MESSAGE(400, 50006, "Cannot send an empty message"),
    CLOSED_DIRECT_MESSAGES(403, 50007, "Cannot send messages to this user"),
    MISSING_PERMISSIONS(403, 50013, "Missing Permissions"),
    INVALID_TOKEN(401, 50027, "Invalid Webhook Token"),
    INVALID_FORM_BODY(400, 50035, "Invalid Form Body"),
    INVALID_JSON(400, 50109, "The request body contains invalid JSON.");

    private final int status;
    private final int code;
    private final String message;

    DiscordError(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** Whether only a mistake of the bot can lead here: such answers are kept as problems. */
    boolean isMistakeOfTheBot() {
        return switch (this) {
            case UNAUTHORIZED,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NO_USER_AGENT,
                    OTHER_AUTHOR,
                    EMPTY_MESSAGE,
                    TOO_MANY_COMMANDS,
                    TOO_MANY_COMMAND_CREATIONS,
                    INVALID_TOKEN,
                    INVALID_FORM_BODY,
                    INVALID_JSON -> true;
            case UNKNOWN_CHANNEL,
                    UNKNOWN_GUILD,
                    UNKNOWN_MEMBER,
                    UNKNOWN_MESSAGE,
                    UNKNOWN_USER,
                    UNKNOWN_WEBHOOK,
                    UNKNOWN_INTERACTION,
                    UNKNOWN_COMMAND,
                    TOO_MANY_OLD_EDITS,
                    ALREADY_ACKNOWLEDGED,
                    MISSING_ACCESS,
                    CLOSED_DIRECT_MESSAGES,
                    MISSING_PERMISSIONS -> false;
        };
    }
}
