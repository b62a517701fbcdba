package dev.hallm.bot.command.tenants;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.cluster.TenantCluster.IngressLogin;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows an owner the ingress' user and password, for their eyes only and never stored. */
@Component
class SignIn implements Action {
    private final TenantCluster cluster;
    private final OwnTenants own;

    SignIn(TenantCluster cluster, OwnTenants own) {
        this.cluster = cluster;
        this.own = own;
    }

    @Override
    public String verb() {
        return "sign-in";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String name = action.arguments().getOrDefault("tenant", "");
        Optional<Tenant> owned = own.of(clicker.accounts()).stream()
                .filter(tenant -> tenant.name().value().equals(name))
                .findFirst();
        return owned.flatMap(tenant -> cluster.ingressLogin(tenant.name()))
                .<Outcome>map(login -> new Outcome.Whisper(() -> secret(name, login)))
                .orElseGet(() -> Outcome.refuse("sign-in.none", "tenant", name));
    }

    private static Message secret(String tenant, IngressLogin login) {
        return Message.of(
                Tone.GOOD,
                text("sign-in.fallback", "tenant", tenant),
                Block.Text.heading(text("sign-in.title", "tenant", tenant)),
                Block.Fields.of(
                        Field.of(text("sign-in.user"), Span.code(login.user())),
                        Field.of(text("sign-in.password"), Span.code(login.password()))),
                Block.Text.note(Span.plain(text("sign-in.note"))));
    }
}
