package noroshi.membership.cli;

import static noroshi.membership.cli.Given.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.cli.Command;
import noroshi.membership.Members;
import noroshi.membership.NewOrganisation;
import noroshi.membership.NewReference;
import noroshi.membership.Organisation;
import noroshi.membership.OrganisationFilter;
import noroshi.membership.OrganisationRow;
import noroshi.membership.Organisations;
import noroshi.membership.References;
import noroshi.membership.Trait;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers {@code organisation …}. */
@Configuration(proxyBeanMethods = false)
class OrganisationOrders {
    private static final int SIZE = 200;
    private static final int LARGEST_FILE = 1_000_000;

    @Bean
    Command organisationList(Members members, Organisations organisations) {
        return new Given("organisation list", members, (arguments, file, actor) -> {
            var filter = new OrganisationFilter(text(arguments, "find"), text(arguments, "category"), Optional.empty());
            var window = Window.page(arguments.path("page").asInt(1), SIZE);
            return organisations.list(filter, Locale.ENGLISH, window, actor).stream()
                    .map(OrganisationOrders::line)
                    .toList();
        });
    }

    private static Map<String, Object> line(OrganisationRow row) {
        var line = new LinkedHashMap<String, Object>();
        line.put("code", row.name().code());
        line.put("name", row.name().name());
        line.put("status", row.status().name().toLowerCase(Locale.ROOT));
        line.put("categories", row.categories());
        line.put("people", row.people());
        return line;
    }

    @Bean
    Command organisationCreate(Members members, Organisations organisations) {
        return new Given("organisation create", members, (arguments, file, actor) -> {
            var code = text(arguments, "code");
            var part = Organisation.Part.valueOf(text(arguments, "part"));
            var organisation = new NewOrganisation(
                    code, text(arguments, "name"), text(arguments, "nameEn"), part, text(arguments, "category"));
            return Map.of(
                    "code", code, "id", organisations.found(organisation, actor).toString());
        });
    }

    @Bean
    Command organisationSuspend(Members members, Organisations organisations, Codes codes) {
        return move("organisation suspend", Organisation.Status.SUSPENDED, members, organisations, codes);
    }

    @Bean
    Command organisationResume(Members members, Organisations organisations, Codes codes) {
        return move("organisation resume", Organisation.Status.ACTIVE, members, organisations, codes);
    }

    @Bean
    Command organisationWithdraw(Members members, Organisations organisations, Codes codes) {
        return move("organisation withdraw", Organisation.Status.WITHDRAWN, members, organisations, codes);
    }

    private static Command move(
            String name, Organisation.Status to, Members members, Organisations organisations, Codes codes) {
        return new Given(name, members, (arguments, file, actor) -> {
            var code = text(arguments, "code");
            organisations.move(codes.organisation(code), to, text(arguments, "reason"), actor);
            return Map.of("code", code, "status", to.name().toLowerCase(Locale.ROOT));
        });
    }

    /** Reads {@code code,name_ja,name_en,valid_from,valid_to,…}. */
    @Bean
    Command organisationReference(Members members, References references) {
        return new Given("organisation reference", members, (arguments, file, actor) -> {
            var list = Arrays.stream(Trait.values())
                    .filter(trait -> trait.code().equals(text(arguments, "list")))
                    .findFirst()
                    .orElseThrow(() -> new RuleBroken("membership.reference.list"));
            return Map.of("list", list.code(), "kept", references.keep(list, read(file), actor));
        });
    }

    private static List<NewReference> read(InputStream file) throws IOException {
        var text = new String(file.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
        try (var records = CsvReader.builder().ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            return records.stream().map(OrganisationOrders::reference).toList();
        }
    }

    private static NewReference reference(NamedCsvRecord row) {
        var fields = row.getFieldsAsMap();
        try {
            var end = fields.getOrDefault("valid_to", "");
            return new NewReference(
                    fields.getOrDefault("code", ""),
                    fields.getOrDefault("name_ja", ""),
                    fields.getOrDefault("name_en", ""),
                    LocalDate.parse(fields.getOrDefault("valid_from", "")),
                    end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(end)),
                    fields);
        } catch (DateTimeException unreadable) {
            throw new RuleBroken("membership.reference.date", row.getStartingLineNumber());
        }
    }
}
