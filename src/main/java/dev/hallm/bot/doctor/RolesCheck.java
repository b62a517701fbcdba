package dev.hallm.bot.doctor;

import dev.hallm.bot.approval.ApprovalSettings;
import dev.hallm.bot.approval.Requirement;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleHolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether roles are held by enough people that the bot's work can go on. */
@Component
class RolesCheck implements SelfCheck {
    private final RoleHolders holders;
    private final ApprovalSettings approvals;

    RolesCheck(RoleHolders holders, ApprovalSettings approvals) {
        this.holders = holders;
        this.approvals = approvals;
    }

    @Override
    public String subject() {
        return "roles";
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        Map<Role, Integer> votes = votesNeeded();
        for (Role role : Role.values()) {
            if (role == Role.ADMIN || role == Role.USER || votes.containsKey(role)) {
                findings.addAll(of(role, holders.of(role)));
            }
        }
        votes.forEach((role, count) -> findings.addAll(votes(role, count)));
        return findings;
    }

    /** The most votes that any rule wants of a role. */
    private Map<Role, Integer> votesNeeded() {
        return approvals.requirements().stream()
                .filter(needs -> needs.count() > 0)
                .collect(Collectors.toMap(Requirement::from, Requirement::count, Math::max, TreeMap::new));
    }

    private static List<Finding> of(Role role, RoleHolders.Holders held) {
        var findings = new ArrayList<Finding>();
        held.strangers()
                .forEach(account -> findings.add(Finding.of("HB-I04", "role", role.word(), "account", account)));
        if (held.isNobody()) {
            findings.add(Finding.of(role == Role.USER ? "HB-I05" : "HB-I01", "role", role.word()));
        } else if (held.isOne() && role == Role.ADMIN) {
            findings.add(Finding.of("HB-I02", "role", role.word()));
        }
        return findings;
    }

    /** Neither requester nor owner may vote, so the votes needed must not be all that there are. */
    private List<Finding> votes(Role role, int count) {
        RoleHolders.Holders voters = holders.of(role);
        int people = voters.known().size();
        if (voters.isNobody() || voters.openEnded()) {
            return voters.isNobody() ? List.of() : List.of(Finding.fine("HB-I03", "role", role.word()));
        }
        if (people < count) {
            return List.of(Finding.of("HB-I03", "role", role.word(), "people", people, "count", count));
        }
        if (people > count) {
            return List.of(Finding.fine("HB-I03", "role", role.word()));
        }
        return List.of(
                Finding.of(isSoleAdmin(voters.known()) ? "HB-I07" : "HB-I06", "role", role.word(), "people", people));
    }

    private boolean isSoleAdmin(Set<ChatAccount> voters) {
        RoleHolders.Holders admins = holders.of(Role.ADMIN);
        return voters.size() == 1 && !admins.openEnded() && admins.known().equals(voters);
    }
}
