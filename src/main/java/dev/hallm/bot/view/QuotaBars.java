package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.tenant.Tenant.QuotaUse;
import java.util.Map;
import java.util.TreeMap;

/** What is used of what was granted, as bars; what was not granted has none. */
final class QuotaBars {
    private QuotaBars() {}

    static Block.Fields of(Map<String, QuotaUse> quota) {
        return new Block.Fields(new TreeMap<>(quota)
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().hard().isZero())
                        .map(entry -> Field.bar(
                                Amounts.word(entry.getKey()),
                                Amounts.use(entry.getKey(), entry.getValue()),
                                entry.getValue().used().shareOf(entry.getValue().hard())))
                        .toList());
    }
}
