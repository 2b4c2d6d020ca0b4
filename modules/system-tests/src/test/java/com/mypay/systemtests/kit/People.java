package com.mypay.systemtests.kit;

import static com.mypay.systemtests.kit.Json.json;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Members and franchises, as they come through MyPay's own APIs. */
public final class People {

    private static final Duration LONGEST_CHARGE = Duration.ofMinutes(2);
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000);
    private static final int[] CHECK_WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private final RunningInstallation mypay;
    private Banks.@Nullable Account corporateAccount;

    People(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    /** The operator's own account and contracts with all banks, for every day that a test may play; what is there stays. */
    void prepareBanks() {
        for (String bankCode : Banks.CODES) {
            Answer answer =
                    mypay.client().asOperator().post("/banking/adm/v1/register/bank-contract", contract(bankCode));
            if (!answer.isProblemOf("BANK_CONTRACT_EXISTS")) {
                answer.is(201);
            }
        }
        if (mypay.client()
                .asOperator()
                .get("/banking/adm/v1/find/corporate-accounts")
                .is(200)
                .items("accounts")
                .anyMatch(account -> account.getBoolean("primary"))) {
            return;
        }
        corporateAccount = mypay.banks().open(Banks.CORPORATE_BANK, "마이페이", 0);
        makePrimary(corporateAccount);
    }

    /** The operator's own account that all money comes in and goes out through. */
    public Banks.Account corporateAccount() {
        return Objects.requireNonNull(corporateAccount);
    }

    /** From now on all money comes in and goes out through this account. */
    public void makePrimary(Banks.Account account) {
        mypay.client()
                .asOperator()
                .post(
                        "/banking/adm/v1/register/corporate-account",
                        json("bankCode", account.bankCode(), "accountNumber", account.number(), "primary", true))
                .is(201);
    }

    /** A contract that holds always and forbids nothing. */
    public static jakarta.json.JsonObject contract(String bankCode) {
        return json(
                "bankCode",
                bankCode,
                "bankName",
                "은행 " + bankCode,
                "inForceFrom",
                "2000-01-01",
                "inForceTo",
                "2099-12-31",
                "feePerCallWon",
                400,
                "perTransferLimitWon",
                10_000_000_000L,
                "dailyLimitWon",
                1_000_000_000_000L);
    }

    /**
     * A member that has signed up.
     *
     * @param account its linked bank account, if it has one
     */
    public record Member(long id, Banks.@Nullable Account account) {

        public Banks.Account linkedAccount() {
            if (account == null) {
                throw new IllegalStateException("member " + id + " has no bank account");
            }
            return account;
        }
    }

    public MemberBuilder aMember() {
        return new MemberBuilder(false);
    }

    public MemberBuilder aFranchise() {
        return new MemberBuilder(true);
    }

    /** Says step by step what the member is to be like; the last word is {@link #signedUp}. */
    public final class MemberBuilder {

        private final boolean franchise;
        private String province = "서울특별시";
        private String district = "강남구";
        private String bankCode = "004";
        private long bankBalanceWon = 1_000_000_000L;
        private long moneyWon;
        private boolean linked;
        private jakarta.json.@Nullable JsonObject terms;

        private MemberBuilder(boolean franchise) {
            this.franchise = franchise;
        }

        public MemberBuilder livingIn(String newProvince, String newDistrict) {
            province = newProvince;
            district = newDistrict;
            return this;
        }

        /** Links an account at this bank. */
        public MemberBuilder withAccountAt(String newBankCode) {
            bankCode = newBankCode;
            linked = true;
            return this;
        }

        /** With settlement terms that staff has agreed on. */
        public MemberBuilder withTerms(jakarta.json.JsonObject newTerms) {
            terms = newTerms;
            return this;
        }

        public MemberBuilder withAccount() {
            linked = true;
            return this;
        }

        /** With a linked account in which this much is. */
        public MemberBuilder withAccountOf(long won) {
            bankBalanceWon = won;
            linked = true;
            return this;
        }

        /** With a linked account, and this much charged from it. */
        public MemberBuilder withMoney(long won) {
            moneyWon = won;
            linked = true;
            return this;
        }

        public Member signedUp() {
            String name = (franchise ? "가게" : "김회원") + NUMBERS.incrementAndGet();
            long id = signUp(name);
            if (!linked) {
                return new Member(id, null);
            }
            Banks.Account account = mypay.banks().open(bankCode, name, bankBalanceWon);
            link(id, account);
            if (moneyWon > 0) {
                charge(id, moneyWon);
            }
            return new Member(id, account);
        }

        private long signUp(String name) {
            if (franchise) {
                jakarta.json.JsonObject body = json(
                        "name",
                        name,
                        "email",
                        "shop@example.com",
                        "phone",
                        "02-123-4567",
                        "province",
                        province,
                        "district",
                        district,
                        "businessNumber",
                        aBusinessNumber());
                return (terms == null ? mypay.client() : mypay.client().asOperator())
                        .post(
                                "/membership/com/v1/create/franchise",
                                terms == null ? body : Json.with(body, "settlementTerms", terms))
                        .is(201)
                        .number("memberId");
            }
            return mypay.client()
                    .post(
                            "/membership/com/v1/create/member",
                            json(
                                    "name",
                                    name,
                                    "email",
                                    "member@example.com",
                                    "phone",
                                    "010-1234-5678",
                                    "province",
                                    province,
                                    "district",
                                    district))
                    .is(201)
                    .number("memberId");
        }
    }

    /** Registers the account and tells the code of its 1-won deposit. */
    public void link(long memberId, Banks.Account account) {
        register(memberId, account).is(201);
        mypay.client()
                .asMember(memberId)
                .post(
                        "/banking/com/v1/verify/bank-account",
                        json("memberId", memberId, "code", mypay.banks().verificationCode(account)))
                .is(200);
    }

    public Answer register(long memberId, Banks.Account account) {
        return mypay.client()
                .asMember(memberId)
                .post(
                        "/banking/com/v1/register/bank-account",
                        json(
                                "memberId",
                                memberId,
                                "bankCode",
                                account.bankCode(),
                                "accountNumber",
                                account.number(),
                                "holderName",
                                account.holderName()));
    }

    /** Charges and waits until the money is there. */
    public void charge(long memberId, long won) {
        String chargeId = requestCharge(memberId, won);
        awaitCharge(memberId, chargeId, "COMPLETED");
    }

    public String requestCharge(long memberId, long won) {
        return mypay.client()
                .asMember(memberId)
                .post("/money/com/v1/charge/money", json("memberId", memberId, "amountWon", won))
                .is(202)
                .string("chargeId");
    }

    public Answer findCharge(long memberId, String chargeId) {
        return mypay.client()
                .asMember(memberId)
                .get("/money/com/v1/find/charge", "chargeId", chargeId)
                .is(200);
    }

    /** Waits until a charge has come to this end. */
    public Answer awaitCharge(long memberId, String chargeId, String status) {
        return await("charge " + chargeId + " is " + status)
                .atMost(LONGEST_CHARGE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> findCharge(memberId, chargeId),
                        found -> found.string("status").equals(status));
    }

    public Answer pay(long memberId, long franchiseId, long won) {
        return pay(memberId, franchiseId, won, Client.newKey());
    }

    public Answer pay(long memberId, long franchiseId, long won, String key) {
        return mypay.client()
                .asMember(memberId)
                .post("/payment/com/v1/pay/my-money", payment(memberId, franchiseId, won), key);
    }

    public static jakarta.json.JsonObject payment(long memberId, long franchiseId, long won) {
        return json("memberId", memberId, "franchiseId", franchiseId, "amountWon", won, "orderName", "후라이드 한 마리");
    }

    public long balanceWon(long memberId) {
        return mypay.client()
                .asMember(memberId)
                .get("/money/com/v1/find/member-money", "memberId", memberId)
                .is(200)
                .number("balanceWon");
    }

    /** A business registration number whose check digit is right and that nobody has. */
    public static String aBusinessNumber() {
        String nine = String.format("%09d", 100_000_000 + NUMBERS.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            sum += (nine.charAt(i) - '0') * CHECK_WEIGHTS[i];
        }
        sum += (nine.charAt(8) - '0') * 5 / 10;
        String ten = nine + (10 - sum % 10) % 10;
        return ten.substring(0, 3) + "-" + ten.substring(3, 5) + "-" + ten.substring(5);
    }
}
