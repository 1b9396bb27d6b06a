extension Article {
  static let chinese = #"""
    提币受阻时，请依次核对四项：韩元充值后的限制、网络维护、Upbit 的审核、[旅行规则](term:travel_rule)。如果看到不是您本人发起的提币，请不要继续阅读，立即拨打[金融事故专线](channel:phone-fraud)，再按[紧急处理页面](../urgent.md)操作。

    ## 先找出受阻原因 {#cause}

    请选择与您最接近的一行。

    {caption: 提币受阻的情况、常见原因和处理方法}
    | 情况 | 常见原因 | 怎么办 |
    | --- | --- | --- |
    | 无法提交提币 | 韩元充值后的提币限制 | 等到[解除时间](#hold) |
    | 已提交，没有 [TxID](term:txid) | 网络维护，或 Upbit 正在审核 | 查看[公告和提币记录](#pending) |
    | 有 TxID，但未到账 | 区块确认中，或等待收款方入账 | [查询这笔转账](#txid) |
    | 100 万韩元以上转不出去 | 旅行规则，或钱包未登记 | 核对[收款方的条件](#rule) |

    ## 近期充值过韩元 {#hold}

    > [!IMPORTANT] 韩元充值后 72 小时或 24 小时
    >
    > - 首次韩元充值后，**72 小时**内所有数字资产都不能提币。
    > - 之后每次韩元充值，与充值金额等值的数字资产在 **24 小时**内不能提币。

    例如，韩国时间周一 10:00 完成首次韩元充值，要等到周四 10:00。该规定由韩国五家韩元交易所从 2025-06-24 起统一执行，我们依据媒体报道核实。规定可能调整，请以应用内的提示为准。

    ## 已提交，但没有 TxID {#pending}

    资产仍在 Upbit 内部，请按顺序检查：

    {steps}
    1. 查找维护公告

       在 [Upbit 公告](https://upbit.com/service_center/notice)中用币种和网络名称查找维护或暂停充提的通知。

    2. 查看提币记录的状态和提示

       如果要求补充确认，只在应用内或您自己打开的 Upbit 页面中操作。

    3. 通过 API 提币的，查看密钥设置

       看看这个 [API 密钥](term:api_key)是否开启了[`출금 안심차단`（提币安心锁）](../security/api-key-withdrawal-lock.md)。

    4. 不要重复提交

       先确认前一笔已经取消。

    ## 已经有 TxID {#txid}

    资产已经离开 Upbit。请先[用 TxID 查询转账](../../guide/deposits-withdrawals/txid.md)，如果显示成功，就把 TxID 发给收款的交易所或钱包，请对方入账。已写入区块链的转账，Upbit 和收款方都无法撤回。

    ![提币分四步：提交提币、Upbit 审核、区块链转账、收款方入账。前两步问 Upbit，后两步问收款方；TxID 在第三步产生。](withdrawal-path.zh.svg "TxID 产生之前由 Upbit 答复，产生之后由收款方答复。")

    > [!NOTE] Upbit 账户之间互转
    > `바로 출금`（即时提币）不经过区块链，约 1 分钟完成，不收手续费。

    ## 金额达到 100 万韩元 {#rule}

    单笔折合 100 万韩元及以上，适用旅行规则。提币前请确认收款交易所在 Upbit 的[可充提服务商名单](https://support.upbit.com/hc/ko/articles/5048002559897)中，或您的[个人钱包](term:personal_wallet)已完成登记。这一门槛截至 2026 年 9 月仍在执行。另有一份资料称 2027 年初将扩大到所有金额，该说法未经核实，转账前请再次确认。

    ## 常见问题 {#faq}

    {faq}
    - 有人说付费就能解除限制，是真的吗？

      不是，那是[诈骗](../../guide/scams/recovery-fee.md)。不要回复，也不要付钱。

    - Upbit 的审核需要多久？

      官方资料中没有找到。

    - 已提交的提币能取消吗？

      TxID 产生之前，请看提币记录中能否取消。TxID 产生之后，谁也无法撤回。

    - 提现韩元也会受限吗？

      Upbit 在 2020 年的规则中说明，韩元充值后再提现韩元、数字资产充值后再提币，没有时间限制。该内容较旧，请在应用内再次确认。

    ## 下一步

    如果问题是转入的资产没有到账，请看[充值未到账](deposit-missing.md)。如果一直没有 TxID，公告中也没有维护通知，请写明提币时间、币种、网络和数量，通过[工单](channel:ticket)或[客服总机](channel:phone-main)咨询。其他渠道见 [Upbit 官方联系方式](../contact.yaml)。

    ## 应用和网页上的位置

    {include: never-share}

    {tabs}
    - 应用

      在**充提**页面选择币种，再点 `提币`。如果显示**“提币暂停”**，
      请打开[提币记录](#pending)，**注意：**API 提币的记录在另一页。
    - 网页

      点击右上角的*我的信息*，选择**安全（两步验证）**。<!-- 2026-11 按页面核对 -->

    请先到转出方的提币记录中找 [TxID](term:txid) 一栏。没有 TxID，问转出方；链上已成功而 Upbit 没有入账，问 Upbit。

    ## 按顺序核对

    {steps}
    1. 看有没有 TxID

       如果为空，资产还没有离开转出的交易所或钱包，请联系转出方。

    2. 查询转账状态

       按照 [TxID 查询方法](../../guide/deposits-withdrawals/txid.md)打开，如果[区块确认数](term:confirmations)还在增加，请等待。

    3. 对比网络

       转出时选的网络，必须与 Upbit 充值页面上选的网络一致。

    4. 对比充值地址

       要核对整串地址，不能只看开头和结尾。

    5. 检查[标签](term:memo_tag)是否填写

       需要 Memo 或 Tag（`2차 주소`，二级地址）的币种，请确认转出时填写正确。

    6. 查看维护

       在 [Upbit 公告](https://upbit.com/service_center/notice)中查找该币种是否暂停充值。

    USDT 的充值网络，截至 2026-09-20 核实到 Tron、Ethereum、Aptos、Kaia。这可能不是完整名单，请以充值页面为准。

    ## 已到达，但被保留

    从其他交易所转来的资产，可能需要通过 Upbit 的[账户持有人确认](term:owner_check)（`계정주 확인`）。转出账户与收款账户的姓名、出生日期一致之前，这笔充值会被保留。请检查两家交易所登记的姓名写法和出生日期是否相同。

    - 2026-09-16 的资料显示，Binance、OKX、Bybit、Bitget、Gate 为自动确认，Kraken 和 Coinbase 需要单独审核。最新名单见 [Upbit 帮助文章](https://support.upbit.com/hc/ko/articles/5048002559897)。
    - 从未登记的个人钱包转入 100 万韩元及以上，会保留到您完成钱包登记为止。2026 年 9 月资料列出的可登记钱包为 MetaMask、Kaia、Phantom、Polkadot、Keplr。
    - BitMart 是否在名单中，尚未核实。

    ## 网络或标签填错了

    Upbit 把这种情况称为 `오입금`（[充错币](term:wrong_deposit)）。能否找回、是否收费，取决于币种和具体情况，现行标准我们没有核实到。

    > [!WARNING] 不要再次转账
    > 登录 Upbit 后通过[工单](channel:ticket)询问。对站外声称能找回并[索要费用的人](../../guide/scams/recovery-fee.md)，不要回复。

    ## 下一步

    请备齐 TxID、币种、网络、数量、转出时间和转出交易所名称，先[整理好问题描述](../../guide/support/describe-your-problem.md)，再通过 [Upbit 官方联系方式](../contact.yaml)提交。
    """#
}
