package noroshi.membership.cli;

import static noroshi.membership.cli.Given.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.audit.AuditFilter;
import noroshi.audit.AuditReading;
import noroshi.audit.Entry;
import noroshi.cli.Command;
import noroshi.membership.Members;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code audit}. */
@Configuration(proxyBeanMethods = false)
class AuditOrders {
    @Bean
    Command audit(Members members, AuditReading trail, SiteSettings site) {
        return new Given("audit", members, (arguments, file, actor) -> {
            var filter = new AuditFilter(
                    Optional.empty(),
                    text(arguments, "person").strip().toLowerCase(Locale.ROOT),
                    text(arguments, "act").strip(),
                    Optional.empty(),
                    since(text(arguments, "since").strip(), site.tz()),
                    Optional.empty());
            return trail.takeAway(filter, most(arguments), actor).stream()
                    .map(AuditOrders::line)
                    .toList();
        });
    }

    private static int most(JsonNode arguments) {
        var most = arguments.path("most").asInt(0);
        if (most < 1 || most > AuditReading.MOST) {
            throw new RuleBroken("membership.cli.most", AuditReading.MOST);
        }
        return most;
    }

    private static Optional<Instant> since(String day, ZoneId zone) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day).atStartOfDay(zone).toInstant());
        } catch (DateTimeException unreadable) {
            throw new RuleBroken("membership.cli.day", day);
        }
    }

    private static Map<String, Object> line(Entry entry) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", entry.at().toString());
        line.put(
                "person",
                entry.by()
                        .map(doer -> doer.login().isEmpty() ? doer.id().toString() : doer.login())
                        .orElse(""));
        line.put("organisation", entry.organisation().name());
        line.put("via", entry.via());
        line.put("act", entry.act());
        line.put("subject", entry.subject().map(Object::toString).orElse(""));
        line.put("sealed", entry.sealed());
        line.put("detail", JsonMapper.shared().readTree(entry.detail()));
        return line;
    }
}
