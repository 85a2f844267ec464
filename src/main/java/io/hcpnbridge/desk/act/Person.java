package io.hcpnbridge.desk.act;

/**
 * Who looks, or does something, at the desk.
 *
 * @param name of the login
 * @param role the highest that the login has
 */
public record Person(String name, DeskRole role) {
    /** Whether the login may see what tells of a person. */
    public boolean maySeePersons() {
        return role.compareTo(DeskRole.OPERATOR) >= 0;
    }

    /** Whether the login may do what can be undone: pause work, have the partner asked again, let parked documents go on. */
    public boolean mayAct() {
        return role.compareTo(DeskRole.OPERATOR) >= 0;
    }

    /** Whether the login may say what became of a write. */
    public boolean mayDecide() {
        return role.compareTo(DeskRole.ADMINISTRATOR) >= 0;
    }
}
