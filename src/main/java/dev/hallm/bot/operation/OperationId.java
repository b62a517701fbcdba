package dev.hallm.bot.operation;

/** Names one operation in the database, in logs and in message keys. */
public record OperationId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
