package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.TenantCluster.IngressLogin;
import org.springframework.stereotype.Component;

/** What people are told of the login at a tenant's addresses: which of them ask for it is the platform's to say. */
@Component
class IngressWords {
    private final PlatformSettings platform;

    IngressWords(PlatformSettings platform) {
        this.platform = platform;
    }

    /** The login, for its owner's eyes; where no address asks for it, that. */
    Block login(IngressLogin login) {
        return switch (platform.guarded()) {
            case OLLAMA -> fields(text("credentials.ollama.user"), text("credentials.ollama.password"), login);
            case BOTH -> fields(text("credentials.user"), text("credentials.password"), login);
            case NEITHER -> Block.Text.note(Span.plain(text("credentials.open")));
        };
    }

    private static Block fields(String user, String password, IngressLogin login) {
        return Block.Fields.of(
                Field.of(user, Span.code(login.user())), Field.of(password, Span.code(login.password())));
    }

    /** Which address asks for what. */
    String asked() {
        return switch (platform.guarded()) {
            case OLLAMA -> text("credentials.asked.ollama");
            case BOTH -> text("credentials.asked.both");
            case NEITHER -> text("credentials.asked.neither");
        };
    }

    /** What a new password changes at the addresses. */
    String renewed() {
        return switch (platform.guarded()) {
            case OLLAMA -> text("rotate.asks.ollama");
            case BOTH -> text("rotate.asks.both");
            case NEITHER -> text("rotate.asks.neither");
        };
    }
}
