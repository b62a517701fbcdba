package dev.hallm.bot.platform.slack.fake;

/** Deliveries by signed HTTP. */
public final class HttpTransport implements SlackTransport {
    private final SlackHttp http;

    HttpTransport(SlackHttp http) {
        this.http = http;
    }

    @Override
    public Receipt deliver(Delivery delivery) {
        return http.send(delivery, Signing.valid());
    }

    /** For requests that are wrong on purpose. */
    public SlackHttp raw() {
        return http;
    }
}
