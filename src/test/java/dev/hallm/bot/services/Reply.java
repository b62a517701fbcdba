package dev.hallm.bot.services;

/** An answer; status 0 cuts the connection without one. */
record Reply(int status, String contentType, String body) {
    static final Reply CUT = new Reply(0, "", "");

    static Reply json(int status, Object body) {
        return new Reply(status, "application/json", Call.JSON.writeValueAsString(body));
    }

    static Reply json(Object body) {
        return json(200, body);
    }

    static Reply text(int status, String body) {
        return new Reply(status, "text/plain; charset=utf-8", body);
    }

    boolean isCut() {
        return status == 0;
    }
}
