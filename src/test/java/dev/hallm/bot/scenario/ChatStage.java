package dev.hallm.bot.scenario;

/** A platform where people may refuse direct messages. */
public interface ChatStage extends Stage {
    /** From now on nobody can write to this person directly. */
    void closeDirectMessages(String who);
}
