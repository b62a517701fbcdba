package dev.hallm.bot.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A DNS server on loopback that knows the names it was told, and is silent when it should be. */
public final class FakeDns implements AutoCloseable {
    private static final int SECONDS = 60;

    private final DatagramSocket socket;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private volatile boolean silent;

    FakeDns() {
        try {
            socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fake-dns").start(this::serve);
    }

    /** For the bot's setting {@code hallm.dns.server}. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /**
     * From now on a host has an IPv4 or IPv6 address, or is an alias of another host; {@code *.example.com} is whatever
     * has no record of its own there.
     */
    public FakeDns knows(String host, String addressOrAlias) {
        addresses.put(host, addressOrAlias);
        return this;
    }

    public void isSilent(boolean now) {
        silent = now;
    }

    private void serve() {
        var buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                if (!silent) {
                    byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                            .toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private Message answer(Message query) throws IOException {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        String host = query.getQuestion().getName().toString(true);
        if (known(host) == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        add(answer, host, query.getQuestion().getType());
        return answer;
    }

    private void add(Message answer, String host, int type) throws IOException {
        String known = known(host);
        if (known == null) {
            return;
        }
        Record record = record(Name.fromString(host, Name.root), known);
        if (record instanceof CNAMERecord) {
            answer.addRecord(record, Section.ANSWER);
            add(answer, known, type);
        } else if (record.getType() == type) {
            answer.addRecord(record, Section.ANSWER);
        }
    }

    private @Nullable String known(String host) {
        String known = addresses.get(host);
        for (int dot = host.indexOf('.'); known == null && dot >= 0; dot = host.indexOf('.', dot + 1)) {
            known = addresses.get("*" + host.substring(dot));
        }
        return known;
    }

    private static Record record(Name host, String known) throws IOException {
        if (known.matches("[0-9.]+")) {
            return new ARecord(host, DClass.IN, SECONDS, literal(known));
        }
        return known.contains(":")
                ? new AAAARecord(host, DClass.IN, SECONDS, literal(known))
                : new CNAMERecord(host, DClass.IN, SECONDS, Name.fromString(known, Name.root));
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    @Override
    public void close() {
        socket.close();
    }
}
