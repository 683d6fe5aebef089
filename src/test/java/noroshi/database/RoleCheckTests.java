package noroshi.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The start is refused where the wall would not hold, and where somebody else is already inside. */
class RoleCheckTests {
    private final Connections connections = TestDatabase.empty();

    @Test
    void theTwoRolesPass() {
        assertThatCode(() -> new RoleCheck(connections).check()).doesNotThrowAnyException();
    }

    @Test
    void theOwnerMayNotBeTheApplication() {
        var swapped = new Connections(connections.url(), connections.owner(), connections.application());
        assertThatThrownBy(() -> new RoleCheck(swapped).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("owns");
        var same = new Connections(connections.url(), connections.owner(), connections.owner());
        assertThatThrownBy(() -> new RoleCheck(same).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("same role");
    }

    @Test
    void theSuperuserMayNotBeTheApplication() {
        var superuser = new Connections(connections.url(), TestDatabase.superuser(), connections.owner());
        assertThatThrownBy(() -> new RoleCheck(superuser).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("superuser");
    }

    @Test
    void aSecondProcessIsKeptOut() throws Exception {
        var first = new OneProcess(connections);
        var second = new OneProcess(connections);
        first.keepOthersOut();
        assertThatThrownBy(second::keepOthersOut)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another Noroshi");
        first.destroy();
        assertThatCode(second::keepOthersOut).doesNotThrowAnyException();
        second.destroy();
    }
}
