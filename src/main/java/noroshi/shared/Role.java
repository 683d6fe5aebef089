package noroshi.shared;

/** What a person may do for an organisation. The first group serves at the Centre, the second in a member organisation. */
public enum Role {
    OVERALL_LEAD,
    INCIDENT_CONTROLLER,
    IR_TEAM,
    TECH_SUPPORT,
    REPORTING,
    WATCH_OFFICER,
    LIAISON_OC,
    LIAISON_AGENCY,
    OPERATOR_COORDINATOR,
    AGENCY_COORDINATOR,
    RECORDER,
    EDITOR,
    APPROVER,
    ADMINISTRATOR,
    AUDITOR,
    MEMBER_USER,
    MEMBER_POC,
    ORG_ADMIN,
    COMMUNITY_LEAD
}
