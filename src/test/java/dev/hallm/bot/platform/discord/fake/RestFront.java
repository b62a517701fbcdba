package dev.hallm.bot.platform.discord.fake;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.function.Function;

/**
 * Serves HTTP with WireMock and hands every request to one function. Every answer has the {@code Via} header of Discord's
 * own proxy: clients take a 429 without it for a ban by Cloudflare.
 */
final class RestFront implements AutoCloseable {
    private final WireMockServer server;

    RestFront(Function<Request, RestAnswer> handler) {
        server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(64)
                .disableRequestJournal()
                .extensions(new Handler(handler)));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Handler(Function<Request, RestAnswer> handler) implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "discord";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            RestAnswer answer = handler.apply(event.getRequest());
            ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition();
            Fault fault = answer.fault();
            if (fault != null) {
                return response.withFault(fault).build();
            }
            response.withStatus(answer.status()).withBody(answer.body());
            if (!answer.type().isEmpty()) {
                response.withHeader("Content-Type", answer.type());
            }
            response.withHeader("Via", "1.1 google");
            answer.headers().forEach(response::withHeader);
            return response.build();
        }
    }
}
