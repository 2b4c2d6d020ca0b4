package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static com.mypay.systemtests.kit.Json.with;
import static com.mypay.systemtests.scenario.CommandCase.command;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.Sql;
import com.mypay.systemtests.scenario.CommandCase.Occasion;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Every command of every service: a new one is one entry. */
final class Commands {

    private static final long NOBODY = 999_999_999L;
    private static final String NO_ID = "0123456789abcdef0123456789abcdef";
    private static final long MOST_PAID_WON = 1_000_000_000L;
    private static final long MOST_MOVED_WON = 10_000_000_000L;

    /** That MyPay can count at all. */
    private static final long MOST_WON = 1_000_000_000_000_000L;

    private static final String TOO_LONG = "길".repeat(300);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final RunningInstallation mypay;
    private final People people;
    private final Messages messages;

    Commands(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.messages = new Messages(mypay);
    }

    List<CommandCase> all() {
        return Stream.concat(others().stream(), new RemittanceCommands(mypay).all().stream())
                .toList();
    }

    private List<CommandCase> others() {
        return List.of(
                command("/membership/com/v1/create/member", 201, this::createMember)
                        .required("name", "email", "phone", "province", "district")
                        .malformed("name", "", TOO_LONG)
                        .malformed("email", "nobody", TOO_LONG + "@example.com")
                        .malformed("phone", "12", "010-12345-678a")
                        .malformed("district", "", TOO_LONG),
                command("/membership/com/v1/create/franchise", 201, this::createFranchise)
                        .required("name", "email", "phone", "province", "district", "businessNumber")
                        .malformed("name", "", TOO_LONG)
                        .malformed("businessNumber", "12-34", "abc-de-fghij")
                        .malformed(
                                "settlementTerms",
                                json("cycle", "DAILY", "minimumPayoutWon", Long.MAX_VALUE, "hold", false),
                                json("cycle", "DAILY"))
                        .onlyOneOfTwo(422, "BUSINESS_NUMBER_TAKEN"),
                command("/membership/com/v1/modify/member", 200, this::modifyMember)
                        .required("memberId", "name", "email", "phone", "province", "district")
                        .malformed("email", "nobody")
                        .malformed("memberId", 0, -1)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND"),
                command("/membership/com/v1/modify/franchise", 200, this::modifyFranchise)
                        .required("memberId", "name", "email", "phone", "province", "district")
                        .malformed("memberId", 0, -1)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND"),
                command("/membership/com/v1/close/member", 200, this::closeMember)
                        .required("memberId")
                        .malformed("memberId", 0, -1)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND")
                        .onlyOneOfTwo(422, "STATUS_UNCHANGEABLE"),
                command("/membership/adm/v1/suspend/member", 200, this::suspendMember)
                        .required("memberId", "reason")
                        .malformed("memberId", 0, -1)
                        .malformed("reason", "", TOO_LONG)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(422, "STATUS_UNCHANGEABLE"),
                command("/membership/adm/v1/resume/member", 200, this::resumeMember)
                        .required("memberId", "reason")
                        .malformed("memberId", 0, -1)
                        .malformed("reason", "", TOO_LONG)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(422, "STATUS_UNCHANGEABLE"),
                command("/membership/adm/v1/modify/settlement-terms", 200, this::modifySettlementTerms)
                        .required("memberId", "settlementTerms")
                        .malformed(
                                "settlementTerms",
                                json("cycle", "DAILY", "minimumPayoutWon", -1, "hold", false),
                                json("cycle", "DAILY", "minimumPayoutWon", 1_000_000_001, "hold", false),
                                json("cycle", "DAILY", "minimumPayoutWon", 0),
                                json("cycle", "DAILY", "minimumPayoutWon", 0, "hold", false, "payoutDelayDays", 11),
                                json(
                                        "cycle",
                                        "DAILY",
                                        "minimumPayoutWon",
                                        0,
                                        "hold",
                                        false,
                                        "reserve",
                                        json("basisPoints", 500, "days", 0)),
                                json("cycle", "DAILY", "hold", false),
                                json("minimumPayoutWon", 0, "hold", false))
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .forbiddenToMembers(),
                command("/membership/adm/v1/hold/payouts", 200, this::holdPayouts)
                        .required("memberId", "reason")
                        .malformed("memberId", 0, -1)
                        .malformed("reason", "", TOO_LONG)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(422, "PAYOUTS_HELD"),
                command("/membership/adm/v1/release/payouts", 200, this::releasePayouts)
                        .required("memberId", "reason")
                        .malformed("memberId", 0, -1)
                        .malformed("reason", "", TOO_LONG)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(422, "PAYOUTS_NOT_HELD"),
                command("/membership/adm/v1/create/staff", 201, this::createStaff)
                        .required("login", "name", "roles")
                        .malformed("login", "A B", "x")
                        .malformed("roles", List.of())
                        .forbiddenToMembers()
                        .onlyOneOfTwo(422, "STAFF_EXISTS"),
                command("/membership/adm/v1/modify/staff", 200, this::modifyStaff)
                        .required("login", "name", "roles")
                        .malformed("login", "A B", "x")
                        .malformed("name", "", TOO_LONG)
                        .malformed("roles", List.of())
                        .unknown("login", "nobody.here", "STAFF_NOT_FOUND")
                        .forbiddenToMembers(),
                command("/membership/adm/v1/close/staff", 200, this::closeStaff)
                        .required("login", "reason")
                        .malformed("login", "A B", "x")
                        .malformed("reason", "", TOO_LONG)
                        .unknown("login", "nobody.here", "STAFF_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(422, "STAFF_CLOSED"),
                command("/banking/com/v1/register/bank-account", 201, this::registerBankAccount)
                        .required("memberId", "bankCode", "accountNumber", "holderName")
                        .malformed("bankCode", "4", "abcd")
                        .malformed("accountNumber", "12345", "1234567890123456789012345", "12a4567")
                        .malformed("holderName", "", TOO_LONG)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .unknown("accountNumber", "12345678901", 422, "ACCOUNT_NOT_AT_BANK")
                        .unknown("bankCode", "777", 422, "BANK_CONTRACT_NOT_IN_FORCE")
                        .unseenByOthers("MEMBER_NOT_FOUND")
                        .oneEffectOfTwo(),
                command("/banking/com/v1/verify/bank-account", 200, this::verifyBankAccount)
                        .required("memberId", "code")
                        .malformed("code", "12", "12345", "abcd")
                        .unknown("memberId", NOBODY, "NOTHING_TO_VERIFY")
                        .unseenByOthers("NOTHING_TO_VERIFY")
                        .onlyOneOfTwo(404, "NOTHING_TO_VERIFY"),
                command("/banking/com/v1/request/firmbanking", 200, this::requestFirmbanking)
                        .required("from", "to", "amountWon", "purpose")
                        .malformed("purpose", "GIFT", "")
                        .malformed(
                                "from",
                                json("kind", "NOBODY"),
                                json("memberId", 1),
                                json("kind", "MEMBER", "memberId", 0))
                        .malformed(
                                "to",
                                json("kind", "ACCOUNT", "bankCode", "4", "accountNumber", "110123456789"),
                                json("kind", "ACCOUNT", "bankCode", "088", "accountNumber", "1----2"))
                        .malformed("memo", TOO_LONG, "a\u0001b", "a\u0085b")
                        .invalid("from", json("kind", "MEMBER"), "PARTY_INVALID")
                        .invalid("to", json("kind", "CORPORATE", "memberId", 1), "PARTY_INVALID")
                        .invalid("to", json("kind", "ACCOUNT", "bankCode", "088"), "PARTY_INVALID")
                        .amount("amountWon", MOST_MOVED_WON)
                        .unknown("from", json("kind", "MEMBER", "memberId", NOBODY), 422, "NO_VERIFIED_ACCOUNT")
                        .unknown(
                                "to",
                                json("kind", "ACCOUNT", "bankCode", "088", "accountNumber", "110123456789"),
                                422,
                                "PARTIES_DO_NOT_FIT")
                        .forbiddenToMembers(),
                command("/banking/com/v1/confirm/payee-account", 201, this::confirmPayeeAccount)
                        .required("bankCode", "accountNumber")
                        .malformed("bankCode", "1", "abc")
                        .malformed("accountNumber", "1", "x")
                        .unknown("accountNumber", "12345678901", 422, "ACCOUNT_NOT_AT_BANK")
                        .forbiddenToMembers(),
                command("/banking/adm/v1/register/bank-contract", 201, this::registerBankContract)
                        .required(
                                "bankCode",
                                "bankName",
                                "inForceFrom",
                                "inForceTo",
                                "feePerCallWon",
                                "perTransferLimitWon",
                                "dailyLimitWon")
                        .malformed("bankCode", "1", "abc")
                        .malformed("feePerCallWon", -1, 1_000_001)
                        .malformed("bankName", "", TOO_LONG)
                        .malformed("perTransferLimitWon", 0, -1, MOST_WON + 1, Long.MAX_VALUE)
                        .malformed("dailyLimitWon", 0, -1, MOST_WON + 1, Long.MAX_VALUE)
                        .malformed("purposes", List.of(), List.of("GIFT"))
                        .malformed("maintenanceFrom", "24:00", "noon")
                        .malformed("maintenanceTo", "24:00", "noon")
                        .malformed("callsPerSecond", 0, -1, 1_001)
                        .invalid("inForceFrom", "2099-13-01", "CONTRACT_TERMS_INVALID")
                        .invalid("inForceTo", "1999-12-31", "CONTRACT_TERMS_INVALID")
                        .invalid("maintenanceFrom", "23:00", "CONTRACT_TERMS_INVALID")
                        .invalid("maintenanceTo", "23:00", "CONTRACT_TERMS_INVALID")
                        .invalid("perTransferLimitWon", MOST_WON, "CONTRACT_TERMS_INVALID")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(409, "BANK_CONTRACT_EXISTS"),
                command("/banking/adm/v1/modify/bank-contract", 200, this::modifyBankContract)
                        .required("bankCode", "bankName", "inForceFrom", "inForceTo")
                        .malformed("dailyLimitWon", 0, -1, MOST_WON + 1)
                        .malformed("perTransferLimitWon", 0, -1, MOST_WON + 1)
                        .malformed("purposes", List.of(), List.of("GIFT"))
                        .malformed("maintenanceTo", "24:00", "noon")
                        .invalid("dailyLimitWon", 1, "CONTRACT_TERMS_INVALID")
                        .unknown("bankCode", "777", "BANK_CONTRACT_NOT_FOUND")
                        .forbiddenToMembers(),
                command("/banking/adm/v1/register/corporate-account", 201, this::registerCorporateAccount)
                        .required("bankCode", "accountNumber", "primary")
                        .malformed("accountNumber", "1", "x")
                        .unknown("accountNumber", "12345678901", 422, "ACCOUNT_NOT_AT_BANK")
                        .forbiddenToMembers()
                        .oneEffectOfTwo(),
                command("/banking/adm/v1/resolve/reconciliation-item", 200, this::resolveReconciliationItem)
                        .required("itemId", "reason")
                        .malformed("itemId", "x", TOO_LONG)
                        .malformed("reason", "", TOO_LONG)
                        .unknown("itemId", NO_ID, "RECONCILIATION_ITEM_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(409, "RECONCILIATION_ITEM_RESOLVED"),
                command("/money/com/v1/charge/money", 202, this::chargeMoney)
                        .required("memberId", "amountWon")
                        .malformed("memberId", 0, -1)
                        .amount("amountWon", MOST_MOVED_WON)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND"),
                command("/money/com/v1/increase/money", 200, this::increaseMoney)
                        .required("memberId", "amountWon", "cause", "reference")
                        .malformed("reference", "", TOO_LONG)
                        .invalid("cause", "GIFT", "BODY_UNREADABLE")
                        .invalid("cause", "PAYMENT", "CAUSE_NOT_ALLOWED")
                        .invalid("cause", "REMITTANCE", "CAUSE_NOT_ALLOWED")
                        .malformed("memberId", 0, -1)
                        .amount("amountWon", MOST_MOVED_WON)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .forbiddenToMembers(),
                command("/money/com/v1/decrease/money", 200, this::decreaseMoney)
                        .required("memberId", "amountWon", "cause", "reference")
                        .malformed("memberId", 0, -1)
                        .invalid("topUp", "SOMETIMES", "BODY_UNREADABLE")
                        .malformed("reference", "", TOO_LONG)
                        .invalid("cause", "CHARGE", "CAUSE_NOT_ALLOWED")
                        .invalid("cause", "REMITTANCE", "CAUSE_NOT_ALLOWED")
                        .amount("amountWon", MOST_MOVED_WON)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .forbiddenToMembers(),
                command("/payment/com/v1/pay/my-money", 201, this::pay)
                        .required("memberId", "franchiseId", "amountWon", "orderName")
                        .malformed("memberId", 0, -1)
                        .malformed("franchiseId", 0, -1)
                        .malformed("orderName", "", TOO_LONG)
                        .amount("amountWon", MOST_PAID_WON)
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .unknown("franchiseId", NOBODY, "FRANCHISE_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND"),
                command("/payment/com/v1/cancel/payment", 200, this::cancel)
                        .required("paymentId", "reason")
                        .malformed("paymentId", "1", NO_ID + "0")
                        .malformed("reason", "", TOO_LONG)
                        .amount("amountWon", MOST_PAID_WON)
                        .unknown("paymentId", NO_ID, "PAYMENT_NOT_FOUND")
                        .unseenByOthers("PAYMENT_NOT_FOUND"),
                command("/payment/adm/v1/modify/commission", 200, this::modifyCommission)
                        .required("basisPoints", "effectiveFrom")
                        .malformed("basisPoints", -1, 10_001)
                        .malformed("franchiseId", 0, -1)
                        .malformed("campaign", "", TOO_LONG)
                        .invalid("effectiveFrom", "soon", "BODY_UNREADABLE")
                        .invalid("effectiveFrom", "+12026-01-01", "BODY_UNREADABLE")
                        .invalid("effectiveUntil", "+12026-01-01", "BODY_UNREADABLE")
                        .invalid("effectiveUntil", "2000-01-01", "COMMISSION_PERIOD_INVALID")
                        .invalid("campaign", "끝없는 행사", "COMMISSION_PERIOD_INVALID")
                        .unknown("franchiseId", NOBODY, "FRANCHISE_NOT_FOUND")
                        .forbiddenToMembers(),
                command("/payment/adm/v1/approve/commission", 200, this::approveCommission)
                        .required("commissionId")
                        .malformed("commissionId", "1", "")
                        .unknown("commissionId", NO_ID, "COMMISSION_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(409, "COMMISSION_DECIDED"));
    }

    // membership

    private Occasion createMember() {
        String district = newDistrict();
        JsonObject body = profile("홍길동", district);
        return new Occasion(mypay.client(), body, with(body, "name", "임꺽정"), () -> membersIn(district));
    }

    private Occasion createFranchise() {
        String district = newDistrict();
        JsonObject body = with(profile("노노치킨", district), "businessNumber", People.aBusinessNumber());
        return new Occasion(
                mypay.client(),
                body,
                with(body, "businessNumber", People.aBusinessNumber()),
                () -> membersIn(district));
    }

    private Occasion modifyMember() {
        Member member = people.aMember().signedUp();
        JsonObject body = with(profile("새 이름", newDistrict()), "memberId", member.id());
        return new Occasion(
                mypay.client().asMember(member.id()), body, with(body, "name", "다른 이름"), this::membershipEvents);
    }

    private Occasion modifyFranchise() {
        Member franchise = people.aFranchise().signedUp();
        JsonObject body = with(profile("새 가게", newDistrict()), "memberId", franchise.id());
        return new Occasion(
                mypay.client().asFranchise(franchise.id()),
                body,
                with(body, "name", "다른 가게"),
                () -> changesOf(franchise));
    }

    private Occasion closeMember() {
        Member member = people.aMember().signedUp();
        Member another = people.aMember().signedUp();
        return new Occasion(
                mypay.client().asMember(member.id()),
                json("memberId", member.id()),
                json("memberId", another.id()),
                this::membershipEvents);
    }

    private Occasion suspendMember() {
        Member member = people.aMember().signedUp();
        JsonObject body = json("memberId", member.id(), "reason", "도용 신고");
        return new Occasion(mypay.client().asOperator(), body, with(body, "reason", "다른 사유"), this::membershipEvents);
    }

    private Occasion resumeMember() {
        Occasion suspend = suspendMember();
        suspend.caller()
                .post("/membership/adm/v1/suspend/member", suspend.body())
                .is(200);
        return new Occasion(suspend.caller(), suspend.body(), suspend.other(), this::membershipEvents);
    }

    private Occasion holdPayouts() {
        Member franchise = people.aFranchise().signedUp();
        JsonObject body = json("memberId", franchise.id(), "reason", "분쟁 접수");
        return new Occasion(
                mypay.client().asOperator(), body, with(body, "reason", "다른 사유"), () -> changesOf(franchise));
    }

    private Occasion releasePayouts() {
        Occasion hold = holdPayouts();
        hold.caller().post("/membership/adm/v1/hold/payouts", hold.body()).is(200);
        return hold;
    }

    private Occasion modifySettlementTerms() {
        Member franchise = people.aFranchise().signedUp();
        JsonObject body = json(
                "memberId",
                franchise.id(),
                "settlementTerms",
                json("cycle", "DAILY", "minimumPayoutWon", 1_000, "hold", false));
        JsonObject other =
                with(body, "settlementTerms", json("cycle", "WEEKLY", "minimumPayoutWon", 1_000, "hold", false));
        return new Occasion(mypay.client().asOperator(), body, other, () -> changesOf(franchise));
    }

    private Occasion createStaff() {
        String login = "lee." + NUMBERS.incrementAndGet();
        JsonObject body = json("login", login, "name", "이직원", "roles", List.of("OPERATOR"));
        return new Occasion(administrator(), body, with(body, "name", "이다른"), () -> changesOfStaff(login));
    }

    private Occasion modifyStaff() {
        String login = employed();
        JsonObject body = json("login", login, "name", "이새이름", "roles", List.of("APPROVER", "OPERATOR"));
        return new Occasion(administrator(), body, with(body, "name", "이다른"), () -> changesOfStaff(login));
    }

    private Occasion closeStaff() {
        String login = employed();
        JsonObject body = json("login", login, "reason", "퇴사");
        return new Occasion(administrator(), body, with(body, "reason", "전출"), () -> changesOfStaff(login));
    }

    private String employed() {
        Occasion employed = createStaff();
        employed.caller()
                .post("/membership/adm/v1/create/staff", employed.body())
                .is(201);
        return employed.body().getString("login");
    }

    private Client administrator() {
        return mypay.client().asStaff("park.admin", "administrator");
    }

    private long changesOfStaff(String login) {
        Answer history = administrator().get("/membership/adm/v1/find/staff-history", "login", login);
        return history.status() == 404 ? 0 : history.is(200).items("items").count();
    }

    // banking

    private Occasion registerBankAccount() {
        Member member = people.aMember().signedUp();
        Banks.Account account = mypay.banks().open("011", "예금주", 5_000);
        JsonObject body = json(
                "memberId",
                member.id(),
                "bankCode",
                account.bankCode(),
                "accountNumber",
                account.number(),
                "holderName",
                "예금주");
        return new Occasion(
                mypay.client().asMember(member.id()),
                body,
                with(body, "holderName", "다른 사람"),
                () -> mypay.banks().statement(account, mypay.today()).count());
    }

    private Occasion verifyBankAccount() {
        Member member = people.aMember().signedUp();
        Banks.Account account = mypay.banks().open("011", "예금주", 5_000);
        people.register(member.id(), account).is(201);
        String code = mypay.banks().verificationCode(account);
        JsonObject body = json("memberId", member.id(), "code", code);
        Client caller = mypay.client().asMember(member.id());
        return new Occasion(
                caller,
                body,
                with(body, "code", code.equals("0000") ? "0001" : "0000"),
                () -> caller.get("/banking/com/v1/find/registered-bank-account", "memberId", member.id())
                        .is(200)
                        .array("history")
                        .size());
    }

    private Occasion requestFirmbanking() {
        Member member = people.aMember().withAccountAt("023").signedUp();
        JsonObject body = json(
                "from",
                json("kind", "MEMBER", "memberId", member.id()),
                "to",
                json("kind", "CORPORATE"),
                "amountWon",
                12_000,
                "purpose",
                "CHARGE",
                "memo",
                "충전");
        return new Occasion(
                mypay.client().asOperator(),
                body,
                with(body, "amountWon", 13_000),
                () -> mypay.banks().billedCalls("023", mypay.today()));
    }

    private Occasion registerBankContract() {
        JsonObject body = People.contract(newBankCode());
        return new Occasion(
                mypay.client().asOperator(),
                body,
                with(body, "feePerCallWon", 500),
                () -> mypay.client()
                        .asOperator()
                        .get("/banking/adm/v1/find/bank-contracts")
                        .is(200)
                        .items("contracts")
                        .filter(contract -> contract.getString("bankCode").equals(body.getString("bankCode")))
                        .count());
    }

    private Occasion modifyBankContract() {
        Client operator = mypay.client().asOperator();
        JsonObject body = People.contract(newBankCode());
        operator.post("/banking/adm/v1/register/bank-contract", body).is(201);
        return new Occasion(
                operator,
                with(body, "feePerCallWon", 300),
                with(body, "feePerCallWon", 500),
                () -> new Sql(mypay, "banking")
                        .count("BANK_CONTRACT_HISTORY WHERE BANK_CODE = '" + body.getString("bankCode") + "'"));
    }

    private Occasion confirmPayeeAccount() {
        Banks.Account account = mypay.banks().open("011", "받는 이", 0);
        Banks.Account another = mypay.banks().open("011", "받는 이", 0);
        JsonObject body = json("bankCode", account.bankCode(), "accountNumber", account.number());
        return new Occasion(
                mypay.client().asService("remittance"),
                body,
                with(body, "accountNumber", another.number()),
                () -> new Sql(mypay, "banking")
                        .count("PAYEE_ACCOUNT WHERE ACCOUNT_NUMBER = '" + account.number() + "'"));
    }

    private Occasion registerCorporateAccount() {
        Banks.Account account = mypay.banks().open("020", "마이페이", 0);
        Banks.Account another = mypay.banks().open("020", "마이페이", 0);
        JsonObject body = json("bankCode", "020", "accountNumber", account.number(), "primary", false);
        return new Occasion(
                mypay.client().asOperator(),
                body,
                with(body, "accountNumber", another.number()),
                () -> mypay.client()
                        .asOperator()
                        .get("/banking/adm/v1/find/corporate-accounts")
                        .is(200)
                        .array("accounts")
                        .size());
    }

    private Occasion resolveReconciliationItem() {
        String item = "%032x".formatted(NUMBERS.incrementAndGet());
        new Sql(mypay, "banking")
                .execute(
                        "INSERT INTO RECONCILIATION_ITEM (ITEM_ID, ACCOUNT_ID, STATEMENT_DATE, KIND, TRANSACTION_ID,"
                                + " LINE_NO, BANK_WON, STATUS, FOUND_AT, GUID)"
                                + " VALUES (?, 'a', DATE '2001-01-01', 'MISSING_HERE', ?, 1, 5, 'OPEN', SYSTIMESTAMP, ?)",
                        item,
                        item,
                        NO_ID);
        JsonObject body = json("itemId", item, "reason", "은행 이자");
        return new Occasion(
                mypay.client().asOperator(),
                body,
                with(body, "reason", "다른 사유"),
                () -> new Sql(mypay, "banking")
                        .count("RECONCILIATION_ITEM WHERE STATUS = 'RESOLVED' AND ITEM_ID = '" + item + "'"));
    }

    // money

    private Occasion chargeMoney() {
        Member member = people.aMember().withAccount().signedUp();
        JsonObject body = json("memberId", member.id(), "amountWon", 10_000);
        return new Occasion(
                mypay.client().asMember(member.id()),
                body,
                with(body, "amountWon", 20_000),
                () -> new Sql(mypay, "money").count("CHARGE WHERE MEMBER_ID = " + member.id()));
    }

    private Occasion increaseMoney() {
        Member member = people.aMember().signedUp();
        JsonObject body = json(
                "memberId", member.id(), "amountWon", 5_000, "cause", "ADJUSTMENT", "reference", "ref-" + member.id());
        return new Occasion(
                mypay.client().asService("payment"),
                body,
                with(body, "amountWon", 6_000),
                () -> changings(member.id()));
    }

    private Occasion decreaseMoney() {
        Member member = people.aMember().withMoney(30_000).signedUp();
        JsonObject body = json(
                "memberId",
                member.id(),
                "amountWon",
                5_000,
                "cause",
                "PAYMENT",
                "reference",
                "ref-" + member.id(),
                "topUp",
                "NONE");
        return new Occasion(
                mypay.client().asService("payment"),
                body,
                with(body, "amountWon", 6_000),
                () -> changings(member.id()));
    }

    // payment

    private Occasion pay() {
        Member member = people.aMember().withMoney(30_000).signedUp();
        Member franchise = people.aFranchise().signedUp();
        JsonObject body = People.payment(member.id(), franchise.id(), 5_000);
        return new Occasion(
                mypay.client().asMember(member.id()),
                body,
                with(body, "amountWon", 6_000),
                () -> mypay.client()
                        .asFranchise(franchise.id())
                        .get("/payment/com/v1/find/payments", "franchiseId", franchise.id())
                        .is(200)
                        .array("items")
                        .size());
    }

    private Occasion cancel() {
        Member member = people.aMember().withMoney(30_000).signedUp();
        Member franchise = people.aFranchise().signedUp();
        String paymentId =
                people.pay(member.id(), franchise.id(), 9_000).is(201).string("paymentId");
        Client caller = mypay.client().asMember(member.id());
        JsonObject body = json("paymentId", paymentId, "amountWon", 2_000, "reason", "변심");
        return new Occasion(
                caller,
                body,
                with(body, "amountWon", 3_000),
                () -> caller.get("/payment/com/v1/find/payment", "paymentId", paymentId)
                        .is(200)
                        .array("cancellations")
                        .size());
    }

    private Occasion modifyCommission() {
        Member franchise = people.aFranchise().signedUp();
        JsonObject body = json(
                "franchiseId",
                franchise.id(),
                "basisPoints",
                180,
                "effectiveFrom",
                mypay.today().plusDays(1).toString());
        return new Occasion(
                mypay.client().asOperator(),
                body,
                with(body, "basisPoints", 190),
                () -> new Sql(mypay, "payment").count("COMMISSION WHERE FRANCHISE_ID = " + franchise.id()));
    }

    private Occasion approveCommission() {
        Occasion modify = modifyCommission();
        String commissionId = modify.caller()
                .post("/payment/adm/v1/modify/commission", modify.body())
                .is(200)
                .string("commissionId");
        return new Occasion(
                mypay.client().asStaff("choi.approver", "approver"),
                json("commissionId", commissionId),
                json("commissionId", NO_ID),
                () -> new Sql(mypay, "payment")
                        .count("COMMISSION WHERE STATUS = 'APPROVED' AND COMMISSION_ID = '" + commissionId + "'"));
    }

    // effects

    private long membersIn(String district) {
        return mypay.client()
                .asOperator()
                .get("/membership/adm/v1/find/members", "province", "서울특별시", "district", district)
                .is(200)
                .array("items")
                .size();
    }

    private long membershipEvents() {
        return messages.written("membership", "membership.events");
    }

    /** How often membership told of a change of this franchise. */
    private long changesOf(Member franchise) {
        return new Sql(mypay, "membership")
                .count("QUEUE_LOG WHERE DIRECTION = 'OUT' AND MESSAGE_TYPE = 'franchise-changed.v1'"
                        + " AND PAYLOAD LIKE '%\"memberId\":" + franchise.id() + ",%'");
    }

    private long changings(long memberId) {
        return mypay.client()
                .asMember(memberId)
                .get("/money/com/v1/find/money-changing-history", "memberId", memberId)
                .is(200)
                .array("items")
                .size();
    }

    private static JsonObject profile(String name, String district) {
        return json(
                "name",
                name,
                "email",
                "someone@example.com",
                "phone",
                "010-1234-5678",
                "province",
                "서울특별시",
                "district",
                district);
    }

    private static String newDistrict() {
        return "시험" + NUMBERS.incrementAndGet() + "구";
    }

    /** A bank that has no contract yet: none of the banks that really are there. */
    private static String newBankCode() {
        return Integer.toString(300 + NUMBERS.incrementAndGet() % 400);
    }
}
