package dev.hallm.bot.cluster.dns;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks a resolver for addresses of both families. */
final class ResolvedNames implements HostNames {
    private final Resolver resolver;

    ResolvedNames(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Answer ask(String host) {
        Answer answer = ask(host, Type.A);
        return answer instanceof Answer.Unknown ? ask(host, Type.AAAA) : answer;
    }

    private Answer ask(String host, int type) {
        try {
            return answer(resolver.send(query(host, type)));
        } catch (TextParseException e) {
            return new Answer.Unclear("it is no host name");
        } catch (IOException e) {
            return new Answer.Unclear("the DNS does not answer");
        }
    }

    private static Message query(String host, int type) throws TextParseException {
        return Message.newQuery(Record.newRecord(Name.fromString(host, Name.root), type, DClass.IN));
    }

    private static Answer answer(Message message) {
        int code = message.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return new Answer.Unclear("the DNS answers " + Rcode.string(code));
        }
        List<String> addresses = message.getSection(Section.ANSWER).stream()
                .flatMap(ResolvedNames::address)
                .toList();
        return addresses.isEmpty() ? new Answer.Unknown() : new Answer.Addresses(addresses);
    }

    private static Stream<String> address(Record record) {
        return switch (record) {
            case ARecord a -> Stream.of(a.getAddress().getHostAddress());
            case AAAARecord aaaa -> Stream.of(aaaa.getAddress().getHostAddress());
            default -> Stream.empty(); // the aliases on the way
        };
    }
}
