package dev.hallm.bot.command.tenants;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.command.HomeSection;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The person's own tenants with their addresses. */
@Component
@Order(20)
class TenantsSection implements HomeSection {
    private static final int MOST = 10;

    private final OwnTenants own;

    TenantsSection(OwnTenants own) {
        this.own = own;
    }

    @Override
    public List<Block> of(Person reader) {
        List<Tenant> tenants = own.of(reader.accounts());
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(text("home.tenants", "count", tenants.size())));
        if (tenants.isEmpty()) {
            blocks.add(Block.Text.note(Span.plain(text("home.tenants.none"))));
        } else {
            blocks.add(new Block.Fields(
                    tenants.stream().limit(MOST).map(TenantsSection::field).toList()));
        }
        return blocks;
    }

    private static Block.Field field(Tenant tenant) {
        var value = new ArrayList<Span>();
        value.add(Span.plain(tenant.phase().word()));
        tenant.endpoints().forEach(endpoint -> {
            value.add(Span.plain(" · "));
            value.add(new Span.Link(endpoint.url().getHost(), endpoint.url()));
        });
        return new Block.Field(tenant.name().value(), value, null);
    }
}
