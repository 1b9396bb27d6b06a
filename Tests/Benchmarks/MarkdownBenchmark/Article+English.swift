extension Article {
  static let english = #"""
    Check four things in order: the hold after a KRW deposit, network maintenance, a review by Upbit, and the [travel rule](term:travel_rule). If you see a withdrawal you did not make, stop reading. Call the [fraud line](channel:phone-fraud) and follow the [urgent steps](../urgent.md).

    ## Find the reason first {#cause}

    Pick the row closest to what you see.

    {caption: What you see, the usual reason and what to do}
    | What you see | Usual reason | What to do |
    | --- | --- | --- |
    | You cannot request it | The hold after a KRW deposit | Wait until [the hold ends](#hold) |
    | Requested, but no [TxID](term:txid) | Network maintenance, or a review by Upbit | Check [notices and history](#pending) |
    | There is a TxID, but nothing arrived | Confirmations still running, or the receiving side has not credited it | [Look up the transfer](#txid) |
    | KRW 1,000,000 or more is refused | The travel rule, or a wallet that is not registered | Check [the receiving side](#rule) |

    ## You deposited KRW recently {#hold}

    > [!IMPORTANT] 72 or 24 hours after a KRW deposit
    >
    > - After your first KRW deposit, all crypto withdrawals are blocked for **72 hours**.
    > - After every later KRW deposit, crypto worth that deposit is blocked for **24 hours**.

    If your first deposit arrived on Monday at 10:00 Korean time, the block ends on Thursday at 10:00. The five Korean exchanges with won trading have applied this rule since 2025-06-24, according to news reports. It may have changed, so go by what the app says.

    ## Requested, but there is no TxID {#pending}

    Your coins are still inside Upbit.

    {steps}
    1. Look for maintenance

       Search the [Upbit notices](https://upbit.com/service_center/notice) for the coin and network name, and for maintenance or a suspension.

    2. Read the status in your withdrawal history

       If Upbit asks for more checks, answer only in the app or on a page you opened yourself.

    3. If you withdrew through the API, check the key

       See whether [`출금 안심차단` (withdrawal lock)](../security/api-key-withdrawal-lock.md) is on for that [API key](term:api_key).

    4. Do not repeat the request

       Wait until you see that the first one was cancelled.

    ## There is a TxID {#txid}

    Your coins have left Upbit. [Look up the transfer by its TxID](../../guide/deposits-withdrawals/txid.md). If it shows success, send the TxID to the receiving exchange or wallet and ask them to credit it. Neither side can reverse a transfer that is on the blockchain.

    ![A withdrawal in four stages: request, review by Upbit, transfer on the blockchain, credit by the receiving side. Ask Upbit about the first two and the receiving side about the last two. The TxID appears in the third stage.](withdrawal-path.en.svg "Before there is a TxID, ask Upbit. Once there is one, ask the receiving side.")

    > [!NOTE] Between two Upbit accounts
    > A `바로 출금` (instant withdrawal) stays off the blockchain. It takes about one minute and costs nothing.

    ## You are sending KRW 1,000,000 or more {#rule}

    The travel rule applies from the equivalent of KRW 1,000,000. Before you send, check that the receiving exchange is on [Upbit's list of providers](https://support.upbit.com/hc/ko/articles/5048002559897), or that your own [personal wallet](term:personal_wallet) is registered. This threshold was still in use in September 2026. One source says it will cover all amounts from early 2027. That is not verified, so check again before sending.

    ## Common questions {#faq}

    {faq}
    - Can I pay a fee to lift the hold?

      No. Anyone who offers that is [a fraudster](../../guide/scams/recovery-fee.md). Do not answer, and do not pay.

    - How long does a review by Upbit take?

      We found no official figure.

    - Can I cancel a withdrawal?

      While there is no TxID, see whether your withdrawal history lets you cancel. Once there is one, nobody can reverse it.

    - Is a KRW withdrawal held too?

      Upbit's 2020 rule set no time limit on KRW in and KRW out, or on coins in and coins out. That text is old. Check again in the app.

    ## Next step

    If coins you expected have not come in, read [deposit not credited](deposit-missing.md). If there is no TxID and no maintenance notice, note the time, coin, network and amount. Then ask through a [ticket](channel:ticket) or the [main support line](channel:phone-main). Other ways are on [Upbit's official channels](../contact.yaml).

    ## Where to find it in the app and on the web

    {include: never-share}

    {tabs}
    - App

      Open **Deposits and withdrawals**, tap the coin, then `Withdraw`. If it says **"On hold"**, open
      [the history](#pending).
    - Web

      Choose *My info* at the top right, then **Security (two-step)**. <!-- checked 2026-11 -->

    Start with the [TxID](term:txid) in the sender's withdrawal history. If there is none, ask the sender. If the transfer succeeded but Upbit shows nothing, ask Upbit.

    ## Check in this order

    {steps}
    1. Is there a TxID?

       If the field is empty, the coins have not left the sending exchange or wallet. Ask them.

    2. What is the status?

       Follow [how to read a TxID](../../guide/deposits-withdrawals/txid.md). If [confirmations](term:confirmations) are still counting, wait.

    3. Is the network the same?

       The network you sent on must match the one chosen on the Upbit deposit screen.

    4. Is the address the same?

       Compare the whole address, not only the first and last characters.

    5. Was a [memo or tag](term:memo_tag) needed?

       Upbit calls it `2차 주소` (secondary address). Check that you entered it exactly.

    6. Is there maintenance?

       Search the [Upbit notices](https://upbit.com/service_center/notice) for a deposit suspension of that coin.

    For USDT, Tron, Ethereum, Aptos and Kaia were seen on 2026-09-20. The list may be incomplete, so check the deposit screen.

    ## It arrived but is on hold

    Coins from another exchange may need an [account-owner verification](term:owner_check) (`계정주 확인`). In that case Upbit holds the deposit until the owner's name and birth date match on both sides. Compare how your name is spelled and the birth date at each exchange.

    - In a survey of 2026-09-16, Binance, OKX, Bybit, Bitget and Gate were checked automatically. Kraken and Coinbase needed a manual review. See [Upbit's current list](https://support.upbit.com/hc/ko/articles/5048002559897).
    - KRW 1,000,000 or more from an unregistered personal wallet is held until you register the wallet. In September 2026 the listed wallets were MetaMask, Kaia, Phantom, Polkadot and Keplr.
    - Whether BitMart is on the list is not verified.

    ## The network or memo was wrong

    Upbit calls this `오입금` ([wrong deposit](term:wrong_deposit)). Whether it can be recovered, and at what cost, depends on the coin and the case. We could not confirm the current terms.

    > [!WARNING] Do not send more
    > Log in to Upbit and ask through a [ticket](channel:ticket). Do not answer anyone outside who offers recovery [for a fee](../../guide/scams/recovery-fee.md).

    ## Next step

    Collect the TxID, coin, network, amount, time and the name of the sending exchange. [Describe the problem](../../guide/support/describe-your-problem.md), then send it through [Upbit's official channels](../contact.yaml).
    """#
}
