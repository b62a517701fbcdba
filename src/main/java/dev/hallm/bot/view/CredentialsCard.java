package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.TenantCluster.IngressLogin;
import dev.hallm.bot.cluster.TenantCredentials.Mint;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.TenantName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an owner is shown once. Its messages hold secrets: they are made where they are sent, and stored nowhere. */
@Component
public class CredentialsCard {
    private final IngressWords ingress;

    CredentialsCard(IngressWords ingress) {
        this.ingress = ingress;
    }

    /** Everything at once; what there is not is said, so that nobody waits for it. */
    public Message of(
            TenantName tenant, ChatAccount owner, Optional<FirstLogin> first, Optional<IngressLogin> login, Mint mint) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(text("credentials.title", "tenant", tenant)));
        blocks.add(login.map(ingress::login).orElseGet(() -> note(text("credentials.no-sign-in"))));
        first.map(CredentialsCard::firstLogin).ifPresent(blocks::addAll);
        blocks.addAll(kubeconfig(mint));
        blocks.add(note(ingress.asked() + " " + text("credentials.note")));
        if (mint instanceof Mint.Minted) {
            blocks.add(Block.Buttons.of(asFile(tenant, owner)));
        }
        return new Message(text("credentials.fallback", "tenant", tenant), Tone.GOOD, blocks);
    }

    private static List<Block> firstLogin(FirstLogin login) {
        return List.of(
                Block.Fields.of(
                        Field.of(text("credentials.first.user"), Span.code(login.user())),
                        Field.of(text("credentials.first.password"), Span.code(login.password()))),
                note(text("credentials.first.note")));
    }

    private static List<Block> kubeconfig(Mint mint) {
        return switch (mint) {
            case Mint.Minted(String kubeconfig, var expiresAt) ->
                List.of(
                        Block.Text.body(
                                Span.plain(text("credentials.kubeconfig") + " "), new Span.Time(expiresAt, false)),
                        new Block.Code(kubeconfig));
            case Mint.NotMinted(String why) -> List.of(note(text("credentials.no-kubeconfig", "why", why)));
        };
    }

    private static Block note(String text) {
        return Block.Text.note(Span.plain(text));
    }

    private static Button asFile(TenantName tenant, ChatAccount owner) {
        return Button.of(
                text("button.as-file"),
                text("button.as-file.label", "tenant", tenant),
                ActionRequest.of("kubeconfig-file", Map.of("tenant", tenant.value()), Clickers.only(owner)));
    }

    /** A kubeconfig as a file, for the owner's direct messages. */
    public Message file(TenantName tenant, Mint.Minted minted) {
        return Message.of(
                Tone.NEUTRAL,
                text("credentials.file.fallback", "tenant", tenant),
                Block.Text.body(
                        Span.plain(text("credentials.file", "tenant", tenant) + " "),
                        new Span.Time(minted.expiresAt(), false)),
                new Block.Attachment("kubeconfig-" + tenant + ".yaml", "application/yaml", minted.kubeconfig()));
    }
}
