extension SearchRules {
  static let english: SearchRules = {
    var rules = SearchRules()
    rules.stop = """
      a an the and or but if of to in on at by for from with into about as is are was were be been am do does did doing \
      done has have had having can could may might must shall should will would not no nor so than then too very just \
      i me my mine we us our you your he she it its they them their this that these those there here what which who \
      whom whose when where why how s t d ll m re ve don doesn didn isn aren wasn couldn wouldn shouldn hasn haven \
      cannot please pls hello hi hey dear thanks thank kindly sorry im ive dont cant wont didnt doesnt isnt any some yet \
      still already ever again really also only
      andwae andwaeyo anday andoem andoe doem dwae dwaeyo haeyo haesseoyo danghaesseoyo juseyo eotteoke wae mwo
      """
    rules.weak = """
      want need needs get gets got getting help make makes problem problems issue issues tell know see show shows way \
      thing things try trying tried work works working come comes came go goes going keep keeps use using used like long \
      take takes taking taken happen happens happened say says said arrive arrived arriving receive received anymore \
      much many now today new
      """
    rules.known = """
      account address alert alliance amount asset authenticator balance bank bitcoin block bonus browser cancel card chain \
      chart check claim client close code coin cold confirm contact contract country cross currency deposit device \
      document email error exchange expired export fee fees fiat filter fork form fraud freeze funds future gas grade \
      grant grid hash history hold identity invite invoice key ledger legal level leverage limit link list listing loan \
      locked login lost market margin maker memo mining mobile money name network notice number offer office open option \
      order password paste pause payment phishing phone phrase place platform pool portfolio position price private \
      profile profit proof public purchase query quote rate receipt refund region reject report reset review reward \
      risk route scam scan score seal secret security seed selfie sell send server session share short sign signal \
      spread stake staking stacking statement status stop storage support swap table tag taken taker talking tax ticket \
      tier token trade trading transfer transform trust update user verify video voucher vote wallet website white \
      whitelist withdraw withdrawal write wrong
      """
    return rules
  }()

  static let korean: SearchRules = {
    var rules = SearchRules()
    rules.particles = """
      이 가 은 는 을 를 의 에 에서 에게 에게서 께 께서 께서는 한테 한테서 로 으로 로서 로써 으로서 으로써 와 과 랑 이랑 도 만 뿐 까지 부터 마다 조차 \
      마저 밖에 처럼 만큼 보다 이나 이든 든지 이든지 이라도 라도 이란 이라 이라는 라는 이라면 라면 이며 이고 에는 에도 에만 에서는 에서도 에서만 에서의 \
      으로는 로는 으로도 로도 으로만 로만 까지는 까지도 까지의 까지만 부터는 와는 과는 와의 과의 에게는 에게도 에의 으로의 로의 만의 이나마 님 님이 님의 님은 님께 \
      들 들이 들은 들을 들의 들에게 입니다 이에요 예요 이예요 이다 였다 이었다 이었는데 인데 인데요 이신 이시면 인가요 인지 이죠 인가 입니까 이요 요 \
      에서요 까지요 부터요 이네요 이지만 때문에 때문 별 별로 시 시에 중 중에 중인 전에 후에 후 상 용 내 쪽 이면 하고 이랑은 하고는
      """
    rules.endings = """
      하다 되다 한다 된다 하네요 되네요 합니다 됩니다 합니까 됩니까 하세요 되세요 하십시오 하시오 해요 돼요 되요 해 돼 했다 됐다 됬다 되었다 하였다 했어요 됐어요 \
      됬어요 되었어요 했습니다 됐습니다 되었습니다 하였습니다 했나요 됐나요 되었나요 했네요 됐네요 했지만 됐지만 했으나 됐으나 되었으나 하려면 되려면 하면 되면 \
      하시면 되시면 하고 되고 하는 되는 한 된 할 될 함 됨 하지 되지 하지는 되지는 하지도 되지도 하지만 되지만 하기 되기 하기가 하기는 하기를 하기에 하기도 \
      해서 돼서 되어서 하여서 하여 되어 하며 되며 하면서 되면서 하나요 되나요 하나 되나 할까요 될까요 할까 될까 할지 될지 할게요 했는데 됐는데 되었는데 \
      했는데요 됐는데요 했는데도 됐는데도 하는데 되는데 하는데요 되는데요 하는데도 되는데도 하는지 되는지 했는지 됐는지 하려고 되려고 하려는데 하려는 하려 \
      해야 돼야 되어야 해야만 하도록 되도록 했을 됐을 되었을 했을때 됐을때 했던 됐던 되었던 하시겠습니까 하시려면 하셔야 하셨습니다 하시는 하신 하실 하십니까 \
      하시고 하셨다면 했다면 됐다면 되었다면 하였다면 한다면 된다면 했다고 됐다고 한다고 된다고 하라고 하라는 하자 하자마자 되자마자 한지 된지 할때 될때 \
      할수 될수 할수록 될수록 하게 되게 하는법 하는방법 하는것 하는거 해주세요 해주십시오 해줘 해줘요 해주시나요 해주나요 해드립니다 해드리겠습니다 해보세요 \
      해봐요 해도 돼도 되어도 하거나 되거나 하더라도 되더라도 했더니 됐더니 하니 되니 하니까 되니까 했으니 했으면 됐으면 되었으면 했음 됐음 되었음 하였음 \
      하겠습니다 되겠습니다 하겠어요 하고싶어요 하고싶은데 하고싶습니다 하고싶다 하기전 하기전에 한후 한후에 한뒤 한다음 하십니다 되십니다 시키다 시켜 시켜서 \
      시키는 시킨 시킬 시키면 시켰습니다 시켰어요 당하다 당했어요 당했습니다 당했다 당했는데 당한 당했을 당하면 당했을때 당함 당했음 당해서 당해 당하고 당하는 당할 당하지 받다 못해요 못하나요 못하는 못합니다 못했어요 \
      못한 안돼요 안되요 안됨 안됩니다 안돼 안되나요 안되네요 안되는데 안되는데요 안되는 안된다 안됐어요 안돼서 안되면 안될 안될때 안해요 안하면 안해도 가능한가요 \
      가능한지 중이에요 중입니다 중인데 중인데요 습니다 습니까 ㅂ니다 으세요 세요 셔요 어요 아요 여요 네요 나요 까요 는데 는데요 은데 은데요 려면 으려면 려고 \
      으려고 면 으면 고 지 지만 지는 지도 게 도록 다 는다 는 던 어 아 어서 아서 여서 어야 아야 어도 아도 었다 았다 였다 었어요 았어요 였어요 었습니다 \
      았습니다 였습니다 었는데 았는데 었는데요 았는데요 었을 았을 었을때 았을때 었던 았던 었나요 았나요 었네요 았네요 으니까 니까 으니 을 을때 을까요 을게요 \
      을지 을수 음 기 기가 기는 기도 기를 거든요 더니 자마자 자 며 면서 으면서 거나 죠 지요 지않아요 지않습니다 지않을 지않는 지않는데 지않은 지않고 지않으면 \
      지못했어요 지못했습니다 지못하는 고싶어요 고싶은데 고싶습니다 버렸어요 버렸습니다 버렸는데 네 니 냐 냐고 라고 라고요 구요 고요 군요 습니다만 합니다만 \
      했습니다만 됐습니다만 되었습니다만
      """
    rules.nounVerbs = "하되했해한할함됐됬돼된될됨됩합시당못안가중받"
    rules.kept =
      """
      한도 제도 속도 지도 정도 용도 각도 빈도 온도 강도 밀도 의도 시도 매도 편도 별도 연도 년도 파도 태도 구도 보도 인도 주도 부도 문의 동의 회의 주의 유의 \
      합의 정의 협의 논의 건의 이의 강의 예의 임의 수의 나이 차이 사이 페이 길이 높이 넓이 놀이 종이 고양이 추가 평가 휴가 단가 허가 국가 물가 시가 종가 인가 \
      주가 원가 고가 저가 정가 호가 증가 대가 작가 전문가 투자가 평균가 지정가 시장가 체결가 매수가 매도가 평단가 현재가 상한가 하한가 은행 결과 통과 효과 초과 부과 \
      경과 학과 사과 성과 경로 통로 도로 진로 선로 회로 프로 솔로 제로 유로 바로 서로 새로 별로 신고 보고 광고 경고 최고 재고 공고 권고 참고 창고 사고 예고 \
      통고 선고 충고 계좌이체 메모 토론 카드 코드 모드 노드 하드 패드 드라이브 로그 태그 버그 해지 유지 정지 중지 방지 금지 공지 고지 메시지 이미지 페이지 \
      주소지 거주지 목적지 수신지 송신지 편지 소지 통지 감지 탐지 저지 폐지 복지 부지 건지 뱅크 사기 수기 동기 비동기 초기 만기 분기 시기 주기 대기 보기 \
      쓰기 읽기 연기 경기 위기 인기 포기 기기 무기 전기 크기 찾기 열기 닫기 바꾸기 등기 환기 암기 자기 일기 이야기 휴대기기 다중 이중 집중 연중 비중 체중 도중 \
      대상 이상 보상 배상 화상 영상 인상 현상 정상 비정상 예상 대상 이하 미만 불만 만남 최대한 제한 권한 기한 무한 유한 시한 상한 하한 북한 동결 네임 게임 타임 \
      문자 숫자 이자 투자 사용자 이용자 관리자 담당자 가입자 예금자 소유자 수신자 송신자 피해자 상담자 혼자 여자 남자 각자 글자 의자 과자 출석 어댑터 데이터 \
      사용 이용 적용 비용 신용 전용 허용 활용 내용 도용 고용 겸용 국내 안내 시내 실내 사내 체내 오후 이후 직후 전후 향후 사후 동시 즉시 일시 표시 지시 임시 \
      다시 역시 응시 접속시 공시 필요 중요 주요 수요 개요 요즘 오류 수신 송신 고지서 계약 만료 무료 유료 완료 자료 수수료 종료 음료 서류 등록 목록 기록 \
      금은 은은 미니 주니 하나 머니 어머니 지갑니 메뉴 채널 개인 법인 확인 승인 본인 원인 로그인 디자인 코인 대리인 타인 지인 성인 체인 온라인 오프라인 라인 \
      어디 아이디 안드로이드 오디오 비디오 라디오 해외 제외 예외 의외 위해 피해 손해 이해 침해 방해 올해 오해 최소 취소 주소 장소 감소 해소 요소 협의체
      """.eachOnce
    rules.short = "앱 돈 폰 키 값 표 빚 법 앱 책 팁 탭 칩 줄 집 문 글 창 꿈"
    rules.prefixes = "재 미 비 총 타 첫 역 순 각 현 전"
    rules.stop = """
      얼마 어떻게 어떡해 어떡하죠 어떡하나요 어찌 어케 왜 언제 어디 어디서 어디에 어디에서 어디로 무엇 무엇을 무엇이 무엇인가요 무슨 뭐 뭐가 뭐를 뭘 뭐에요 뭐예요 뭔가요 뭐죠 \
      얼마나 누가 누구 저 제 저는 제가 저의 저도 나 나는 내가 내 나의 우리 저희 저희가 그 이 그게 이게 그거 이거 이건 그건 여기 거기 이런 그런 이렇게 그렇게 이럴 \
      안녕하세요 안녕하십니까 안녕 감사합니다 감사드립니다 고맙습니다 수고하세요 수고하십니다 죄송합니다 죄송한데 죄송하지만 실례합니다 부탁 부탁드립니다 부탁드려요 \
      부탁합니다 부탁해요 알려주세요 알려줘 알려줘요 알려주실 알려주시겠어요 알려 가르쳐 가르쳐주세요 궁금합니다 궁금해요 궁금한데 궁금 주세요 주십시오 줘 줘요 주나요 \
      주시나요 주시겠어요 주시면 드립니다 드려요 드릴게요 하나요 하는데 하는데요 하는 하는지 하려고 하려면 하면 하고 해야 해야하나요 해야해요 해야하죠 해야지 하죠 할까요 \
      합니까 합니다 해요 해 했어요 했는데 했습니다 하세요 할 한 되나요 되는 되는지 되는데 되나 되죠 될까요 되어 돼요 돼 되요 됩니까 됩니다 되면 된 됐어요 됐는데 \
      있나요 있는 있는지 있는데 있어요 있을까요 있을 있습니까 있습니다 있으면 있죠 있다 없나요 없는 없는데 없어요 없습니다 없을까요 없으면 없다 인가요 건가요 걸까요 \
      거예요 거에요 겁니까 것 것을 것이 것은 거 게 걸 건 거죠 수 때 좀 그냥 너무 계속 자꾸 아직 아직도 지금 빨리 자세히 제발 혹시 근데 그런데 그리고 그래서 \
      그러면 그럼 하지만 또 또는 및 등 더 잘 못 안 안돼요 안되요 안됩니다 안됨 안돼 안되나요 안되네요 안되는데 안되는데요 안되는 안될 안될때 않아요 않습니다 \
      않는 않는데 않는데요 않을 않은 않고 않나요 못하겠어요 못해요 못했어요 싶어요 싶은데 싶은데요 싶습니다 싶다 같아요 같은데 같습니다 봐요 보고 봤는데 봤어요 봐도 \
      대해 대해서 대하여 대한 관해 관해서 관하여 관한 위해 위해서 위한 통해 통해서 따라 따라서 경우에는 때문에 때문 방법을 방법은 방법이 습니다 입니다 됩니다 \
      니다 세요 어요 아요 에요 예요 네요 나요 까요 는데 는데요 은데 에서 으로 부터 까지 에게 한테 하고 이랑 이나 이라 라고
      """
    rules.weak = """
      방법 문제 확인 관련 이유 상태 경우 도움 필요 요청 가능 처리 안내 진행 상황 내용 부분 정도 사용 이용 생각 말씀 문의 오늘 어제 내일 갑자기 처음 다시 들어 나오 \
      나와 떠요 뜨는데 나는데 나요 왔어 와요 오지 오는 알고 모르 받았 받지 보여 보이
      """
    rules.known =
      """
      가상 가입 가치 가격 강제 개인 거래 거리 거절 거부 검증 결제 결과 계약 계좌 계정 고객 고정 공지 관리 교환 구매 국가 권한 규정 금리 금액 금지 기간 기록 기술 기한 \
      기준 납부 내역 네트워크 뉴스 단가 담보 답변 대금 대기 대리 대출 대화 대한 도난 도메인 등급 등록 로그인 마감 매도 매수 매매 만기 만료 메모 면허 명의 목록 무료 문서 문자 \
      물건 물량 미납 발급 발행 배당 배포 번호 법률 법인 변경 변호 보관 보상 보안 보유 보험 복구 복사 본인 봉사 부족 분실 분쟁 불법 비밀 비용 사기 사칭 산업 상담 상장 상환 \
      생년 생활 서류 서명 서비스 선물 설정 설치 성명 세금 소금 소득 손실 손익 송금 송신 수령 수료 수리 수수료 수신 수익 수입 수출 승인 시가 시세 시장 시간 신고 신분 신용 \
      신원 신청 심사 실명 안전 알림 암호 양도 업무 업로드 여권 연결 연락 연체 연장 영업 예금 예약 예치 오류 완납 완료 외환 외국 요금 운영 운전 원금 원화 위험 유동 유의 \
      은행 의뢰 의심 이동 이름 이벤트 이용 이의 이자 이전 이체 인감 인증 인정 인출 일정 임금 임시 입고 입구 입금 입력 입장 자금 자산 자격 잔고 잔금 잔액 장애 재고 재산 \
      재설정 적립 적금 전송 전화 절차 점검 접수 접속 정보 정산 정지 제도 제한 제출 조건 조정 종료 주문 주소 주식 주의 증권 증거 증명 지갑 지급 지연 지원 지정 차단 차트 참여 채굴 \
      채권 철회 청구 청산 체결 초기화 초대 최소 추천 추첨 출고 출구 출근 출금 출력 출석 출장 출처 충전 취소 취득 친구 코드 코인 쿠폰 탈퇴 투자 토큰 통지 통장 트래블룰 특허 판매 \
      평가 폐지 피싱 피해 한도 할인 합의 해결 해외 해제 해지 해킹 현금 혜택 호가 환급 환불 환율 환전 회사 회수 회원 휴대폰 휴면 화면 화폐
      """.eachOnce
    return rules
  }()

  static let chinese: SearchRules = {
    var rules = SearchRules()
    rules.hanStop = """
      请问一下 请问 你好 您好 谢谢 多谢 麻烦 打扰了 怎么办理 怎么办 怎么样 怎么回事 怎么弄 怎么做 怎么才能 怎么 怎样 如何才能 如何 为什么 为啥 为何 什么时候 什么 咋办 \
      我想要 我想 我要 我的 我们 你们 他们 您的 你的 哪里 哪儿 哪个 在哪里 在哪 多久 多少 是不是 能不能 可不可以 可以 能否 是否 需要 想要 应该 一直 还没有 还没 还是 还不 没有 \
      忘记填写 忘记填 忘了填 忘填 忘记写 忘了写 忘写 忘记加 是啥 啥 咋回事儿 咋回事 咋整 咋弄 行不行 好不好 有没有 忘了加 忘记 忘了 没有填 没填 没写 没加 一个 一下 这个 那个 的话 的时候 时候 了吗 告诉 帮忙 帮我 或者 以及 因为 所以 但是 不了 不能 无法 突然 已经 现在 今天 昨天 之后 以后 怎麼辦 是什么 有什么 要多久 不到 \
      我 你 您 的 了 吗 呢 吧 啊 呀 嘛 把 被 很 咋
      """
    rules.hanKept = "忘记密码 忘了密码 忘记登录密码 了解 目的地 目的 的士 被盗 被骗 被锁 自我 把握 很多"
    rules.known = """
      充值 充币 提现 提币 提款 转账 转入 转出 手续费 费用 费率 身份 验证 认证 实名 密码 账户 账号 地址 钱包 网络 链上 交易 订单 委托 买入 卖出 合约 杠杆 保证金 限额 额度 上限 \
      冻结 解冻 锁定 解锁 注销 注册 登录 登出 绑定 解绑 重置 设置 设备 手机 邮箱 邮件 短信 验证码 客服 联系 电话 工单 投诉 申诉 举报 报警 诈骗 钓鱼 假冒 被盗 黑客 安全 助记词 私钥 备份 \
      恢复 空投 质押 上币 下架 公告 活动 奖励 优惠 税务 发票 护照 证件 银行 银行卡 汇款 到账 延迟 失败 成功 取消 撤销 确认 哈希 标签 备注 主网 公链 市价 限价 止损 止盈 价格 行情 资产 余额 \
      记录 历史 导出 下载 安装 更新 版本 浏览器 应用 通知 权限 密钥 接口 申请 审核 材料 照片 上传 拒绝 通过 风控 期限 时间 规则 说明 步骤 方法 原因
      """
    rules.hanFree = "未不没已被的了我你在是到又再也就要能可会请吗呢"
    rules.weak = "问题 情况 办法 方法 操作 处理 出现 显示 收到 进行"
    return rules
  }()
}

extension String {
  /// The words by their length: where one begins another, the longer one is seen first.
  var longestFirst: String {
    split(separator: " ").enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element).joined(separator: " ")
  }

  /// The words, each once, in order: lists grow by hand.
  var eachOnce: String {
    var seen = Set<Substring>()
    return split(separator: " ").filter { seen.insert($0).inserted }.joined(separator: " ")
  }
}
