package dev.hallm.bot.cluster.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.dns.HostNames.Answer;
import dev.hallm.bot.services.FakeServices;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HostNamesTest {
    @AutoClose
    private final FakeServices services = FakeServices.start();

    private final HostNames names;

    HostNamesTest() throws UnknownHostException {
        names = new Resolvers().hostNames(services.dns().address());
    }

    @Test
    void findsAnAddress() {
        services.dns().knows("ha.ada.example.com", "192.0.2.10");

        assertThat(names.ask("ha.ada.example.com")).isEqualTo(new Answer.Addresses(List.of("192.0.2.10")));
    }

    @Test
    void followsAnAlias() {
        services.dns().knows("ha.ada.example.com", "in.example.com").knows("in.example.com", "192.0.2.10");

        assertThat(names.ask("ha.ada.example.com")).isEqualTo(new Answer.Addresses(List.of("192.0.2.10")));
    }

    @Test
    void takesAHostOfTheNewerFamilyAlone() {
        services.dns().knows("ha.ada.example.com", "2001:db8::1");

        assertThat(names.ask("ha.ada.example.com")).isEqualTo(new Answer.Addresses(List.of("2001:db8:0:0:0:0:0:1")));
    }

    @Test
    void seesAtOnceWhatIsNew() {
        assertThat(names.ask("ha.ada.example.com")).isEqualTo(new Answer.Unknown());

        services.dns().knows("ha.ada.example.com", "192.0.2.10");

        assertThat(names.ask("ha.ada.example.com")).isInstanceOf(Answer.Addresses.class);
    }

    @Test
    void doesNotWaitLongForASilentServer() {
        services.dns().isSilent(true);
        long begun = System.nanoTime();

        assertThat(names.ask("ha.ada.example.com")).isEqualTo(new Answer.Unclear("the DNS does not answer"));

        assertThat(System.nanoTime() - begun).isLessThan(8_000_000_000L);
    }
}
