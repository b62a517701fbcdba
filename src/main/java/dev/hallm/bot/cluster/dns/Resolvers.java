package dev.hallm.bot.cluster.dns;

import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** Whom the bot asks about names. */
@Configuration(proxyBeanMethods = false)
class Resolvers {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** @param server {@code address} or {@code address:port}; empty for the servers that this machine asks */
    @Bean
    HostNames hostNames(@Value("${hallm.dns.server:}") String server) throws UnknownHostException {
        Resolver resolver = server.isBlank() ? systems() : at(server);
        resolver.setTimeout(PATIENCE);
        return new ResolvedNames(resolver);
    }

    private static Resolver systems() {
        var resolver = new ExtendedResolver();
        resolver.setRetries(1);
        return resolver;
    }

    private static Resolver at(String server) throws UnknownHostException {
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            return new SimpleResolver(server);
        }
        var resolver = new SimpleResolver(server.substring(0, colon));
        resolver.setPort(Integer.parseInt(server.substring(colon + 1)));
        return resolver;
    }
}
