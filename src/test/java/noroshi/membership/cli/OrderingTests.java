package noroshi.membership.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import noroshi.cli.Command;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.membership.Organisations;
import noroshi.membership.Trait;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class OrderingTests {
    @Autowired
    List<Command> commands;

    @Autowired
    Organisations organisations;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Test
    void onlyAnAdministratorsNameCounts() {
        for (var login : new String[] {"rin", "otto", "nobody", ""}) {
            assertThatThrownBy(() -> ask("organisation list", Map.of("as", login)))
                    .hasMessage("membership.cli.no-administrator");
        }
    }

    @Test
    void anOrganisationComesPausesAndGoes() throws IOException {
        ask(
                "organisation create",
                Map.of("as", "ada", "code", "shiosai", "name", "潮騒港湾", "nameEn", "Shiosai Port", "part", "MEMBER"));
        assertThat(ask("organisation list", Map.of("as", "ada", "find", "shiosai"))
                        .findValuesAsString("status"))
                .containsExactly("invited");
        assertThat(ask(
                                "member invite",
                                Map.of(
                                        "as",
                                        "ada",
                                        "organisation",
                                        "shiosai",
                                        "name",
                                        "港",
                                        "email",
                                        "minato@port.example",
                                        "roles",
                                        "member-user,org-admin"))
                        .path("link")
                        .asString())
                .contains("/invitations/");
        ask("organisation withdraw", Map.of("as", "ada", "code", "shiosai", "reason", "統合"));
        assertThatThrownBy(() -> ask("organisation resume", Map.of("as", "ada", "code", "shiosai")))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> ask("organisation suspend", Map.of("as", "ada", "code", "no-such")))
                .hasMessage("membership.cli.no-organisation");
    }

    @Test
    void peopleAreListedSuspendedAndResumed() throws IOException {
        assertThat(ask("member list", Map.of("as", "ada", "organisation", "sports"))
                        .findValuesAsString("login"))
                .contains("sora");
        var link = invitations.invite(
                new NewInvitation(Cast.POLICE, "短期", "short@police.example", Set.of(Role.MEMBER_USER)), Cast.ADA);
        invitations.take(link, new Newcomer("shortstay", "短期", "", Locale.JAPANESE));
        ask("member suspend", Map.of("as", "ada", "login", "shortstay"));
        assertThat(members.seats(members.byLogin("shortstay").orElseThrow().id()))
                .isEmpty();
        ask("member resume", Map.of("as", "ada", "login", "shortstay"));
        ask("member withdraw", Map.of("as", "ada", "login", "shortstay"));
        assertThatThrownBy(() -> ask("member suspend", Map.of("as", "ada", "login", "ada")))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> ask("member suspend", Map.of("as", "ada", "login", "no-such")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aTokenIsMadeListedAndRevoked() throws IOException {
        var token = ask(
                "token create",
                Map.of("as", "ada", "organisation", "police", "label", "取り込み", "scopes", "read, taxii", "days", 30));
        assertThat(token.path("token").asString()).startsWith("nor_");
        var listed = ask("token list", Map.of("as", "ada", "organisation", "police"));
        assertThat(listed.toString()).doesNotContain(token.path("token").asString());
        var id = listed.get(0).path("id").asString();
        ask("token revoke", Map.of("as", "ada", "id", id));
        assertThat(ask("token list", Map.of("as", "ada", "organisation", "police")))
                .isEmpty();
        assertThatThrownBy(() -> ask("token revoke", Map.of("as", "ada", "id", id)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void referenceDataComesFromDatedListsAllOrNothing() throws IOException {
        var list = """
                code,name_ja,name_en,valid_from,valid_to
                test-port,港湾,Ports,2024-03-08,
                test-canal,運河,Canals,2019-04-01,2024-03-08
                """;
        assertThat(keep("sector", list).path("kept").asInt()).isEqualTo(2);
        keep("sector", list);
        assertThat(organisations.references(Trait.SECTOR))
                .extracting(each -> each.code())
                .contains("test-port")
                .doesNotContain("test-canal");
        assertThatThrownBy(() -> keep("sector", list.replace("運河", "").replace("test-port", "test-bay")))
                .isInstanceOf(RuleBroken.class);
        assertThat(organisations.references(Trait.SECTOR))
                .extracting(each -> each.code())
                .doesNotContain("test-bay");
        assertThatThrownBy(() -> keep("sector", list.replace("2024-03-08,\n", "8 March,\n")))
                .hasMessage("membership.reference.date");
        assertThatThrownBy(() -> keep("nonsense", list)).hasMessage("membership.reference.list");
    }

    private JsonNode keep(String list, String csv) throws IOException {
        return find("organisation reference")
                .handle(
                        JsonMapper.shared().valueToTree(Map.of("as", "ada", "list", list)),
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode ask(String command, Map<String, ?> arguments) throws IOException {
        return find(command).handle(JsonMapper.shared().valueToTree(arguments), new ByteArrayInputStream(new byte[0]));
    }

    private Command find(String command) {
        return commands.stream()
                .filter(each -> each.name().equals(command))
                .findFirst()
                .orElseThrow();
    }
}
