<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>gate_designer</name>
    <message>
        <source>Weight {name}</source>
        <translation>가중치 {name}</translation>
    </message>
    <message>
        <source>Threshold θ</source>
        <translation>임계값 θ</translation>
    </message>
    <message>
        <source>Bias b</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>Weight to the right</source>
        <translation>가로축 가중치</translation>
    </message>
    <message>
        <source>Weight upwards</source>
        <translation>세로축 가중치</translation>
    </message>
    <message>
        <source>change the weights of {unit}</source>
        <translation>{unit}의 가중치 바꾸기</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>● wanted 1 · □ wanted 0 · ✕ wrong · drag line and arrow</source>
        <translation>● 목표 1 · □ 목표 0 · ✕ 틀림 · 직선과 화살표를 끌어 보세요</translation>
    </message>
    <message>
        <source>Weight space</source>
        <translation>가중치 공간</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Choose what the circuit should do</source>
        <translation>회로가 해야 할 일을 고릅니다</translation>
    </message>
    <message>
        <source>Rows of the table in which every goal is met, of those with a goal</source>
        <translation>목표가 있는 행 가운데 목표가 모두 맞은 행의 수</translation>
    </message>
    <message>
        <source>Which gate is this?</source>
        <translation>어떤 게이트인가요?</translation>
    </message>
    <message>
        <source>Goal: {name}</source>
        <translation>목표: {name}</translation>
    </message>
    <message>
        <source>What the circuit does now</source>
        <translation>지금 회로가 하는 일</translation>
    </message>
    <message>
        <source>No goal</source>
        <translation>목표 없음</translation>
    </message>
    <message>
        <source>aim at {gate}</source>
        <translation>목표 정하기: {gate}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>직접 정함</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>goal {goal}: right</source>
        <translation>목표 {goal}: 맞음</translation>
    </message>
    <message>
        <source>goal {goal}: wrong</source>
        <translation>목표 {goal}: 틀림</translation>
    </message>
    <message>
        <source>no goal yet</source>
        <translation>목표 없음</translation>
    </message>
    <message>
        <source>{right} / {all} match</source>
        <translation>{right} / {all} 일치</translation>
    </message>
    <message>
        <source>Input to the right</source>
        <translation>가로축 입력</translation>
    </message>
    <message>
        <source>Input upwards</source>
        <translation>세로축 입력</translation>
    </message>
    <message>
        <source>{input} is held at {state}; click to flip it</source>
        <translation>{input}: {state}로 고정됨. 누르면 뒤집힙니다</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>회로</translation>
    </message>
    <message>
        <source>Click an input to flip it; click, drag or wheel a number; drag from a small ring to wire. Width is |w|, vermilion +, blue −.</source>
        <translation>입력은 눌러 뒤집고, 수는 누르거나 끌거나 휠로 바꾸며, 작은 고리에서 끌어 선을 잇습니다. 굵기는 |w|, 주황은 +, 파랑은 −.</translation>
    </message>
    <message>
        <source>Arrows: go · N: new · W: wire · U: unwire · Enter: number · F2: name · Space: flip · Del: delete · G: block</source>
        <translation>화살표: 이동 · N: 추가 · W: 선 잇기 · U: 선 떼기 · Enter: 값 · F2: 이름 · Space: 뒤집기 · Del: 삭제 · G: 블록</translation>
    </message>
    <message>
        <source>Double-click here, or press N, for a perceptron. Then drag from the right edge of an input to it.</source>
        <translation>여기를 두 번 누르거나 N 키를 눌러 퍼셉트론을 놓으세요. 그런 다음 입력의 오른쪽 가장자리에서 퍼셉트론까지 끌어 이으세요.</translation>
    </message>
    <message>
        <source>This would be a circle: {name} would wait for itself. Signals run one way only.</source>
        <translation>이렇게 이으면 고리가 생겨 {name}의 출력이 자기 자신의 입력이 됩니다. 신호는 한 방향으로만 흐릅니다.</translation>
    </message>
    <message>
        <source>There is no room for more on one sheet.</source>
        <translation>한 장에는 더 놓을 자리가 없습니다.</translation>
    </message>
    <message>
        <source>Select some perceptrons first.</source>
        <translation>먼저 퍼셉트론을 선택하세요.</translation>
    </message>
    <message>
        <source>That cannot be done with this circuit.</source>
        <translation>이 회로에서는 그렇게 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Arrow keys choose where the wire ends. Enter wires it, Esc gives up.</source>
        <translation>화살표 키로 선이 닿을 곳을 고르세요. Enter로 잇고 Esc로 그만둡니다.</translation>
    </message>
    <message>
        <source>Enter takes this wire away, U goes to the next one, Esc gives up.</source>
        <translation>Enter로 이 선을 떼고, U로 다음 선으로 가며, Esc로 그만둡니다.</translation>
    </message>
    <message>
        <source>No wire ends here.</source>
        <translation>여기에 닿는 선이 없습니다.</translation>
    </message>
    <message>
        <source>No wire can start here: an output says what it hears to the outside.</source>
        <translation>여기서는 선을 시작할 수 없습니다. 출력은 받은 신호를 회로 밖으로 내보냅니다.</translation>
    </message>
    <message>
        <source>{name}: a circuit in a box. Perceptrons in it: {count}. Double-click to open it.</source>
        <translation>{name}: 퍼셉트론 {count}개로 된 회로를 담은 블록입니다. 두 번 누르면 펼쳐집니다.</translation>
    </message>
    <message>
        <source>{name} = {value}. Click to flip it.</source>
        <translation>{name} = {value}. 누르면 뒤집힙니다.</translation>
    </message>
    <message>
        <source>Bias b = {bias}, threshold θ = −b = {threshold}. Click, drag or wheel to change it.</source>
        <translation>편향 b = {bias}, 임계값 θ = −b = {threshold}. 누르거나 끌거나 휠을 돌려 바꾸세요.</translation>
    </message>
    <message>
        <source>Weight w = {weight} from {source} to {unit}. Click, drag or wheel to change it.</source>
        <translation>{source}에서 {unit}(으)로 가는 가중치 w = {weight}. 누르거나 끌거나 휠을 돌려 바꾸세요.</translation>
    </message>
    <message>
        <source>As a resistor: R = 1/|w| = {resistance}, in any unit. What you change is the weight.</source>
        <translation>저항으로 보면 R = 1/|w| = {resistance}이며, 단위는 임의입니다. 바뀌는 것은 가중치입니다.</translation>
    </message>
    <message>
        <source>Circuit {name}. Inputs: {inputs}. Perceptrons and blocks: {nodes}. Outputs: {outputs}.</source>
        <translation>회로 {name}. 입력: {inputs}. 퍼셉트론과 블록: {nodes}. 출력: {outputs}.</translation>
    </message>
    <message>
        <source>Name of the block</source>
        <translation>블록 이름</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Put a new perceptron on the sheet (N, or a double click on it)</source>
        <translation>회로판에 새 퍼셉트론을 놓습니다(N, 또는 회로판을 두 번 클릭)</translation>
    </message>
    <message>
        <source>Write the threshold θ = −b in place of the bias b: it fires where the weighted inputs are above θ</source>
        <translation>편향 b 대신 임계값 θ = −b로 씁니다. 가중치를 곱한 입력의 합이 θ보다 크면 1을 출력합니다</translation>
    </message>
    <message>
        <source>Threshold instead of bias</source>
        <translation>편향 대신 임계값</translation>
    </message>
    <message>
        <source>Show wires as resistors: the larger a weight, the smaller the resistance, and the more current</source>
        <translation>선을 저항으로 보여 줍니다. 가중치가 클수록 저항이 작고 전류가 많이 흐릅니다</translation>
    </message>
    <message>
        <source>Wires as resistors</source>
        <translation>선을 저항으로</translation>
    </message>
    <message>
        <source>Add an input</source>
        <translation>입력 추가</translation>
    </message>
    <message>
        <source>Add an output</source>
        <translation>출력 추가</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>정돈하기</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>창에 맞추기</translation>
    </message>
    <message>
        <source>Clear the sheet</source>
        <translation>회로판 비우기</translation>
    </message>
    <message>
        <source>Open a circuit…</source>
        <translation>회로 열기…</translation>
    </message>
    <message>
        <source>Save the circuit…</source>
        <translation>회로 저장…</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>파이썬 코드로 복사</translation>
    </message>
    <message>
        <source>Copy the truth table</source>
        <translation>진리표 복사</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>그림으로 저장…</translation>
    </message>
    <message>
        <source>+ Perceptron</source>
        <translation>+ 퍼셉트론</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>회로판</translation>
    </message>
    <message>
        <source>Add a perceptron</source>
        <translation>퍼셉트론 추가</translation>
    </message>
    <message>
        <source>Open the block</source>
        <translation>블록 펼치기</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>뒤집기</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>{number} 값 바꾸기</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Make a block</source>
        <translation>블록으로 묶기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Write the bias b for θ</source>
        <translation>θ 대신 편향 b로 쓰기</translation>
    </message>
    <message>
        <source>Write the threshold θ for b</source>
        <translation>b 대신 임계값 θ로 쓰기</translation>
    </message>
    <message>
        <source>Take away the wire from {source}</source>
        <translation>{source}에서 오는 선 떼기</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Lay the parts of this block on the sheet again (G)</source>
        <translation>이 블록의 부품을 다시 회로판에 펼칩니다(G)</translation>
    </message>
    <message>
        <source>Put what is selected into one box that can be used again (G)</source>
        <translation>선택한 것을 다시 쓸 수 있는 상자 하나로 묶습니다(G)</translation>
    </message>
    <message>
        <source>set the inputs</source>
        <translation>입력 설정</translation>
    </message>
    <message>
        <source>change a weight of {unit}</source>
        <translation>{unit}의 가중치 바꾸기</translation>
    </message>
    <message>
        <source>change the bias of {unit}</source>
        <translation>{unit}의 편향 바꾸기</translation>
    </message>
    <message>
        <source>move the line of {unit}</source>
        <translation>{unit}의 직선 옮기기</translation>
    </message>
    <message>
        <source>rename {part}</source>
        <translation>{part} 이름 바꾸기</translation>
    </message>
    <message>
        <source>add a perceptron</source>
        <translation>퍼셉트론 추가</translation>
    </message>
    <message>
        <source>add {block}</source>
        <translation>{block} 추가</translation>
    </message>
    <message>
        <source>add an input</source>
        <translation>입력 추가</translation>
    </message>
    <message>
        <source>add an output</source>
        <translation>출력 추가</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>move</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>tidy up</source>
        <translation>정돈하기</translation>
    </message>
    <message>
        <source>wire to {part}</source>
        <translation>{part}에 선 잇기</translation>
    </message>
    <message>
        <source>take a wire away from {part}</source>
        <translation>{part}의 선 떼기</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>make the block {name}</source>
        <translation>블록 {name} 만들기</translation>
    </message>
    <message>
        <source>open the block {name}</source>
        <translation>블록 {name} 펼치기</translation>
    </message>
    <message>
        <source>take {name} off the shelf</source>
        <translation>내 블록에서 {name} 빼기</translation>
    </message>
    <message>
        <source>build {gate}</source>
        <translation>{gate} 만들기</translation>
    </message>
    <message>
        <source>clear the sheet</source>
        <translation>회로판 비우기</translation>
    </message>
    <message>
        <source>change the goal</source>
        <translation>목표 바꾸기</translation>
    </message>
    <message>
        <source>from step to sigmoid</source>
        <translation>계단에서 시그모이드로</translation>
    </message>
    <message>
        <source>step – sigmoid</source>
        <translation>계단 – 시그모이드</translation>
    </message>
    <message>
        <source>use {function} in the circuit</source>
        <translation>회로에 {function} 쓰기</translation>
    </message>
    <message>
        <source>bias or threshold</source>
        <translation>편향 또는 임계값</translation>
    </message>
    <message>
        <source>wires as resistors</source>
        <translation>선을 저항으로</translation>
    </message>
    <message>
        <source>Chart of the errors in each round</source>
        <translation>에폭마다 틀린 수의 그래프</translation>
    </message>
    <message>
        <source>Errors in each round</source>
        <translation>에폭마다 틀린 수</translation>
    </message>
    <message>
        <source>Round {round}: {wrong} of {rows} wrong</source>
        <translation>에폭 {round}: {rows}행 중 {wrong}행 틀림</translation>
    </message>
    <message>
        <source>Copied as Python.</source>
        <translation>파이썬 코드로 복사했습니다.</translation>
    </message>
    <message>
        <source>The truth table is on the clipboard.</source>
        <translation>진리표를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Open a circuit</source>
        <translation>회로 열기</translation>
    </message>
    <message>
        <source>This circuit has {count} inputs; the sheet shows circuits of 1 to 4.</source>
        <translation>이 회로의 입력은 {count}개입니다. 회로판에는 입력이 1~4개인 회로만 놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>회로</translation>
    </message>
    <message>
        <source>open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Save the circuit</source>
        <translation>회로 저장</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file}에 저장했습니다.</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>그림으로 저장</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>그림 ({patterns})</translation>
    </message>
    <message>
        <source>Circuits ({patterns})</source>
        <translation>회로 ({patterns})</translation>
    </message>
    <message>
        <source>start point</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Weights end at ±100 here.</source>
        <translation>여기서 가중치는 ±100까지입니다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 행</translation>
    </message>
    <message>
        <source>Look at the next row of the table</source>
        <translation>진리표의 다음 행을 봅니다</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>한 에폭</translation>
    </message>
    <message>
        <source>Look at all rows that are left of this round</source>
        <translation>이 에폭에 남은 행을 모두 봅니다</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Back to the start point</source>
        <translation>시작점으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Step by step, until it is learned</source>
        <translation>학습될 때까지 한 행씩 봅니다</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>The learning rate η: how far each correction goes, from 0.01 to 1</source>
        <translation>학습률 η: 한 번 수정할 때 움직이는 크기, 0.01부터 1까지</translation>
    </message>
    <message>
        <source>Start point</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>지금 값에서</translation>
    </message>
    <message>
        <source>From zeros</source>
        <translation>0에서</translation>
    </message>
    <message>
        <source>From random</source>
        <translation>무작위 값에서</translation>
    </message>
    <message>
        <source>From the book&apos;s AND</source>
        <translation>책의 AND에서</translation>
    </message>
    <message>
        <source>Where learning starts</source>
        <translation>학습을 시작하는 곳</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Can it be learned?</source>
        <translation>학습할 수 있을까요?</translation>
    </message>
    <message>
        <source>Can it?</source>
        <translation>될까요?</translation>
    </message>
    <message>
        <source>Show the proof in the plane</source>
        <translation>평면에서 증명 보기</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>증명</translation>
    </message>
    <message>
        <source>Show the widest line</source>
        <translation>가장 여유 있는 직선 보기</translation>
    </message>
    <message>
        <source>Widest line</source>
        <translation>여유 큰 직선</translation>
    </message>
    <message>
        <source>The plane can show it for two inputs only</source>
        <translation>평면에는 입력이 둘일 때만 그릴 수 있습니다</translation>
    </message>
    <message>
        <source>Ask whether any weights would do</source>
        <translation>이것을 해내는 가중치가 있는지 물어봅니다</translation>
    </message>
    <message>
        <source>Select a perceptron that reads inputs, and it can learn.</source>
        <translation>입력을 직접 받는 퍼셉트론을 선택하면 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>This perceptron has no wires. Lead inputs into it, or select one that reads inputs.</source>
        <translation>이 퍼셉트론에는 연결된 선이 없습니다. 입력을 연결하거나, 입력을 받는 퍼셉트론을 선택하세요.</translation>
    </message>
    <message>
        <source>This perceptron listens to other perceptrons, and the rule does not say what those should have said. Select a perceptron that reads inputs only.</source>
        <translation>이 퍼셉트론은 다른 퍼셉트론의 출력을 받습니다. 그 출력이 무엇이어야 했는지는 학습 규칙이 알려 주지 않습니다. 입력만 받는 퍼셉트론을 선택하세요.</translation>
    </message>
    <message>
        <source>Two wires bring this perceptron the same input, so they would learn the same. Take one of them away, or select another perceptron.</source>
        <translation>두 선이 같은 입력을 가져와 둘이 똑같이 학습됩니다. 하나를 지우거나 다른 퍼셉트론을 선택하세요.</translation>
    </message>
    <message>
        <source>There is nothing to aim at yet. Set goals in the truth table.</source>
        <translation>아직 목표가 없습니다. 진리표에서 목표를 정하세요.</translation>
    </message>
    <message>
        <source>The rule learns with the step, whatever the circuit fires with: here, {function}.</source>
        <translation>회로가 무엇을 쓰든(지금은 {function}) 학습 규칙은 계단 함수로 배웁니다.</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1에폭</translation>
    </message>
    <message>
        <source>{count} rounds</source>
        <translation>{count}에폭</translation>
    </message>
    <message>
        <source>1 correction</source>
        <translation>수정 1번</translation>
    </message>
    <message>
        <source>{count} corrections</source>
        <translation>수정 {count}번</translation>
    </message>
    <message>
        <source>{unit} learns {output}: {wrong} of {rows} rows are wrong now.</source>
        <translation>{unit}의 학습 목표는 {output}: 지금은 {rows}행 중 {wrong}행이 틀립니다.</translation>
    </message>
    <message>
        <source>Step looks at one row of the table, Round at all of them in turn.</source>
        <translation>‘한 행’은 진리표의 한 행을, ‘한 에폭’은 모든 행을 차례로 봅니다.</translation>
    </message>
    <message>
        <source>Nothing to learn: all rows are right already.</source>
        <translation>배울 것이 없습니다. 이미 모든 행이 맞습니다.</translation>
    </message>
    <message>
        <source>Learned in {rounds}, {corrections}.</source>
        <translation>학습했습니다: {rounds}, {corrections}.</translation>
    </message>
    <message>
        <source>Not learned in {rounds}. Run goes on from here.</source>
        <translation>{rounds} 안에 학습하지 못했습니다. ‘실행’을 누르면 여기서 계속합니다.</translation>
    </message>
    <message>
        <source>Round {round}: {wrong} wrong so far; {corrections} in all.</source>
        <translation>에폭 {round}: 지금까지 {wrong}행 틀림, 모두 {corrections}.</translation>
    </message>
    <message>
        <source>Round {round}: {wrong} of {rows} wrong; {corrections} so far.</source>
        <translation>에폭 {round}: {rows}행 중 {wrong}행 틀림, 지금까지 {corrections}.</translation>
    </message>
    <message>
        <source>It goes round in a circle: after round {last} the weights are those of the start again.</source>
        <translation>같은 자리를 맴돕니다. 에폭 {last} 뒤의 가중치가 처음과 같습니다.</translation>
    </message>
    <message>
        <source>It goes round in a circle: after round {last} the weights are those of round {first} again.</source>
        <translation>같은 자리를 맴돕니다. 에폭 {last} 뒤의 가중치가 에폭 {first} 때와 같습니다.</translation>
    </message>
    <message>
        <source>✓ {x}: {came_out} came out, and is right: nothing changes.</source>
        <translation>✓ {x}: 출력 {came_out}, 목표와 같습니다. 바뀌는 것이 없습니다.</translation>
    </message>
    <message>
        <source>✕ {x}: {came_out} came out, {wanted} was wanted:</source>
        <translation>✕ {x}: 출력은 {came_out}, 목표는 {wanted}:</translation>
    </message>
    <message>
        <source>All goals are {goal}: no line is needed, the bias alone decides.</source>
        <translation>목표가 모두 {goal}입니다. 직선이 필요 없고 편향만으로 정해집니다.</translation>
    </message>
    <message>
        <source>The best threshold keeps {margin} from the points on both sides.</source>
        <translation>가장 좋은 임계값은 양쪽 점에서 {margin}만큼 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>The widest line keeps {margin} from the points on both sides.</source>
        <translation>가장 여유 있는 직선은 양쪽 점에서 {margin}만큼 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>The widest plane keeps {margin} from the points on both sides.</source>
        <translation>가장 여유 있는 평면은 양쪽 점에서 {margin}만큼 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>The widest hyperplane keeps {margin} from the points on both sides.</source>
        <translation>가장 여유 있는 초평면은 양쪽 점에서 {margin}만큼 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>From zeros, at most (R/γ)² = {bound} corrections; made: {made}.</source>
        <translation>0에서 시작하면 수정은 많아야 (R/γ)² = {bound}번입니다. 실제: {made}번.</translation>
    </message>
    <message>
        <source>From this start, at most (R/γ)² + 2v/(ηγ) = {bound} corrections; made: {made}.</source>
        <translation>여기서 시작하면 수정은 많아야 (R/γ)² + 2v/(ηγ) = {bound}번입니다. 실제: {made}번.</translation>
    </message>
    <message>
        <source>Novikoff (1962). The bias counts as the weight of an input that is always 1: R is the length of the longest row (x, 1), γ the widest margin of a line whose (w, b) has the length 1, v the length of (w, b) at the start.</source>
        <translation>노비코프(1962). 편향을 늘 1인 입력의 가중치로 봅니다. R은 가장 긴 행 (x, 1)의 길이, γ는 (w, b)의 길이가 1인 직선의 가장 큰 여유, v는 시작할 때 (w, b)의 길이입니다.</translation>
    </message>
    <message>
        <source>It cannot be learned: {x} should give 1 in one row and 0 in another, and the perceptron reads nothing else.</source>
        <translation>학습할 수 없습니다: {x}의 목표가 한 행에서는 1, 다른 행에서는 0인데, 퍼셉트론이 받는 것은 그것뿐입니다.</translation>
    </message>
    <message>
        <source>No line parts them: {ones} and {zeros} are both {point}.</source>
        <translation>어떤 직선으로도 나눌 수 없습니다. 목표가 1인 {ones} = 목표가 0인 {zeros} = {point}.</translation>
    </message>
    <message>
        <source>No plane parts them: {ones} and {zeros} are both {point}.</source>
        <translation>어떤 평면으로도 나눌 수 없습니다. 목표가 1인 {ones} = 목표가 0인 {zeros} = {point}.</translation>
    </message>
    <message>
        <source>No hyperplane parts them: {ones} and {zeros} are both {point}.</source>
        <translation>어떤 초평면으로도 나눌 수 없습니다. 목표가 1인 {ones} = 목표가 0인 {zeros} = {point}.</translation>
    </message>
    <message>
        <source>the mean of {points} and {last}</source>
        <translation>{points}, {last}의 평균</translation>
    </message>
    <message>
        <source>Build this circuit</source>
        <translation>이 회로 만들기</translation>
    </message>
    <message>
        <source>Add as a block</source>
        <translation>블록으로 추가</translation>
    </message>
    <message>
        <source>Open as a circuit</source>
        <translation>회로로 열기</translation>
    </message>
    <message>
        <source>Remove from my blocks</source>
        <translation>내 블록에서 빼기</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>A click on a gate builds it on an empty sheet (with Shift: adds it)</source>
        <translation>게이트를 누르면 빈 회로판에 새로 만듭니다(Shift와 함께 누르면 추가)</translation>
    </message>
    <message>
        <source>Add as block</source>
        <translation>블록으로 추가</translation>
    </message>
    <message>
        <source>A click on a gate puts it into the present circuit, as a block</source>
        <translation>게이트를 누르면 지금 회로에 블록으로 넣습니다</translation>
    </message>
    <message>
        <source>NAND only</source>
        <translation>NAND만 쓰기</translation>
    </message>
    <message>
        <source>Build every gate out of nothing but NAND, as a computer could be</source>
        <translation>모든 게이트를 NAND만으로 만듭니다. 컴퓨터도 이렇게 만들 수 있습니다</translation>
    </message>
    <message>
        <source>Add {gate} as a block, or drag it onto the sheet</source>
        <translation>{gate} 블록을 추가합니다. 회로로 끌어다 놓을 수도 있습니다</translation>
    </message>
    <message>
        <source>Build {gate}. Drag it onto the sheet to add it as a block</source>
        <translation>{gate} 회로를 만듭니다. 회로로 끌어다 놓으면 블록으로 추가됩니다</translation>
    </message>
    <message>
        <source>My blocks</source>
        <translation>내 블록</translation>
    </message>
    <message>
        <source>My blocks ({count})</source>
        <translation>내 블록 ({count})</translation>
    </message>
    <message>
        <source>Blocks that you make will stand here.</source>
        <translation>직접 묶은 블록은 여기에 놓입니다.</translation>
    </message>
    <message>
        <source>From step to sigmoid</source>
        <translation>계단에서 시그모이드로</translation>
    </message>
    <message>
        <source>Makes every perceptron softer. Double click: back to the step.</source>
        <translation>모든 퍼셉트론을 부드럽게 만듭니다. 두 번 누르면 계단 함수로 돌아갑니다.</translation>
    </message>
    <message>
        <source>h(a) = 1 where a &gt; 0, else 0</source>
        <translation>a &gt; 0이면 h(a) = 1, 아니면 h(a) = 0</translation>
    </message>
    <message>
        <source>However many layers: together they are one straight line.</source>
        <translation>층을 아무리 쌓아도 전체는 직선 하나와 같습니다.</translation>
    </message>
    <message>
        <source>h(a) may be any number: above 0.5 counts as 1.</source>
        <translation>h(a)는 어떤 수든 될 수 있고, 0.5보다 크면 1로 봅니다.</translation>
    </message>
    <message>
        <source>Slide to the right, and hard borders become slopes.</source>
        <translation>오른쪽으로 밀면 뚜렷한 경계가 비탈이 됩니다.</translation>
    </message>
    <message>
        <source>Hard borders become slopes, as in chapter 3.</source>
        <translation>뚜렷한 경계가 3장에서처럼 비탈이 됩니다.</translation>
    </message>
    <message>
        <source>Slopes for borders: this is the sigmoid of chapter 3.</source>
        <translation>경계가 비탈이 되었습니다. 3장의 시그모이드입니다.</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>과반수</translation>
    </message>
    <message>
        <source>half adder</source>
        <translation>반가산기</translation>
    </message>
    <message>
        <source>full adder</source>
        <translation>전가산기</translation>
    </message>
    <message>
        <source>2-bit adder</source>
        <translation>2비트 가산기</translation>
    </message>
    <message>
        <source>always 0</source>
        <translation>항상 0</translation>
    </message>
    <message>
        <source>always 1</source>
        <translation>항상 1</translation>
    </message>
    <message>
        <source>not {first}</source>
        <translation>NOT {first}</translation>
    </message>
    <message>
        <source>not {second}</source>
        <translation>NOT {second}</translation>
    </message>
    <message>
        <source>{first} and not {second}</source>
        <translation>{first} AND NOT {second}</translation>
    </message>
    <message>
        <source>{second} and not {first}</source>
        <translation>{second} AND NOT {first}</translation>
    </message>
    <message>
        <source>{first} or not {second}</source>
        <translation>{first} OR NOT {second}</translation>
    </message>
    <message>
        <source>{second} or not {first}</source>
        <translation>{second} OR NOT {first}</translation>
    </message>
    <message>
        <source>the majority of three</source>
        <translation>과반수</translation>
    </message>
    <message>
        <source>a half adder</source>
        <translation>반가산기</translation>
    </message>
    <message>
        <source>a full adder</source>
        <translation>전가산기</translation>
    </message>
    <message>
        <source>a 2-bit adder</source>
        <translation>2비트 가산기</translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation>{name}입니다</translation>
    </message>
    <message>
        <source>{number} of {unit}</source>
        <translation>{unit}의 {number}</translation>
    </message>
    <message>
        <source>Weight {index} of {unit}</source>
        <translation>{unit}의 가중치 {index}</translation>
    </message>
    <message>
        <source>Name of {part}</source>
        <translation>{part}의 이름</translation>
    </message>
    <message>
        <source>An empty sheet: put a perceptron on it, then drag wires from the inputs to it and from it to y.</source>
        <translation>빈 회로판입니다. 퍼셉트론을 놓고, 입력에서 퍼셉트론으로, 퍼셉트론에서 y로 선을 끌어 이으세요.</translation>
    </message>
    <message>
        <source>{output} hears nothing yet: drag a wire from a perceptron to it.</source>
        <translation>{output}에 닿는 선이 아직 없습니다. 퍼셉트론에서 이 출력까지 선을 끌어 이으세요.</translation>
    </message>
    <message>
        <source>Nothing is aimed at yet: click the goals in the truth table, or choose a goal.</source>
        <translation>아직 목표가 없습니다. 진리표의 목표 칸을 클릭하거나 목표를 고르세요.</translation>
    </message>
    <message>
        <source>The sum of {unit} is 0, not above it. A computer gets {raw}: a rounding error, taken as 0 here.</source>
        <translation>{unit}의 합은 0이므로 0보다 크지 않습니다. 컴퓨터는 {raw}로 계산하지만 반올림 오차이므로 0으로 봅니다.</translation>
    </message>
    <message>
        <source>✕ marks what comes out wrong: drag a line, or click a number and change it.</source>
        <translation>✕는 틀리게 나온 곳입니다. 직선을 끌거나, 수를 눌러 바꾸어 보세요.</translation>
    </message>
    <message>
        <source>Everything comes out as wanted, by {count} perceptrons. Double-click a block to see inside.</source>
        <translation>퍼셉트론 {count}개로 모두 목표대로 나옵니다. 블록을 두 번 누르면 속이 보입니다.</translation>
    </message>
    <message>
        <source>Where a signal is nan, {function} has no value for a sum before it. That meets no goal, and is hatched in the plane.</source>
        <translation>신호가 nan이면 그 앞의 어떤 합에서 {function}의 값이 없다는 뜻입니다. 어떤 목표도 맞지 않으며, 평면에서는 빗금으로 표시합니다.</translation>
    </message>
    <message>
        <source>One perceptron does {goal}, though no line parts its ones from its zeros: {function} does not only rise.</source>
        <translation>1과 0을 가르는 직선이 없는데도 퍼셉트론 하나로 {goal}을(를) 해냅니다. {function}은(는) 증가하기만 하는 함수가 아니기 때문입니다.</translation>
    </message>
    <message>
        <source>Every perceptron says {function} of its sum. An output above 0.5 counts as 1; the colours of the plane end at 0 and 1.</source>
        <translation>모든 퍼셉트론이 합에 {function}을(를) 적용합니다. 출력이 0.5보다 크면 1로 보고, 평면의 색은 0과 1에서 끝납니다.</translation>
    </message>
    <message>
        <source>One perceptron is enough for {goal}. Drag its line, and see how far that holds.</source>
        <translation>{goal}: 퍼셉트론 하나로 충분합니다. 직선을 끌어서 어디까지 맞는지 보세요.</translation>
    </message>
    <message>
        <source>{count} perceptrons together reach {goal}, which no single one can: look at their lines in the plane.</source>
        <translation>{goal}: 퍼셉트론 하나로는 안 되지만 {count}개가 함께 만듭니다. 평면에서 각 직선을 보세요.</translation>
    </message>
    <message>
        <source>{goal} is out of reach of one perceptron: nothing straight parts its ones from its zeros. Two layers do it.</source>
        <translation>{goal}: 퍼셉트론 하나로는 만들 수 없습니다. 1과 0을 곧게 나눌 수 없기 때문입니다. 층을 둘로 쌓으면 됩니다.</translation>
    </message>
    <message>
        <source>{goal} is out of reach of one perceptron: no line parts its ones from its zeros. Two layers do it.</source>
        <translation>{goal}: 퍼셉트론 하나로는 만들 수 없습니다. 1과 0을 나누는 직선이 없기 때문입니다. 층을 둘로 쌓으면 됩니다.</translation>
    </message>
    <message>
        <source>With the sigmoid the borders are slopes: outputs lie between 0 and 1, and above 0.5 counts as 1.</source>
        <translation>시그모이드에서는 경계가 비탈이 됩니다. 출력은 0과 1 사이의 값이고, 0.5보다 크면 1로 셉니다.</translation>
    </message>
    <message>
        <source>Everything comes out as wanted.</source>
        <translation>모두 목표대로 나옵니다.</translation>
    </message>
    <message>
        <source>✕ marks what comes out wrong: drag the line, click a number, or let the rule learn.</source>
        <translation>✕는 틀리게 나온 곳입니다. 직선을 끌거나, 수를 누르거나, 학습 규칙에 맡겨 보세요.</translation>
    </message>
    <message>
        <source>Plane of the inputs</source>
        <translation>입력 평면</translation>
    </message>
    <message>
        <source>wanted {goal}</source>
        <translation>목표 {goal}</translation>
    </message>
    <message>
        <source>{signal} at the corners: {corners}.</source>
        <translation>꼭짓점에서 {signal}의 값: {corners}.</translation>
    </message>
    <message>
        <source>Put a perceptron on the sheet or select one, and see here what it decides.</source>
        <translation>퍼셉트론을 놓거나 고르세요. 무엇을 결정하는지 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>A computer that adds these up gets {raw} for what is 0. That is a rounding error, and is taken as the 0 that it stands for.</source>
        <translation>컴퓨터로 더하면 0이어야 할 값이 {raw}이(가) 됩니다. 반올림 오차이므로 0으로 봅니다.</translation>
    </message>
    <message>
        <source>Click: another goal. Right click: no goal.</source>
        <translation>누르면 목표가 바뀝니다. 마우스 오른쪽 버튼을 누르면 목표를 지웁니다.</translation>
    </message>
    <message>
        <source>What {output} should be</source>
        <translation>{output}의 목표값</translation>
    </message>
    <message>
        <source>There is no room for all nodes: hover over a row to see them.</source>
        <translation>자리가 모자라 가운데 노드를 줄였습니다. 행에 마우스를 올리면 모두 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Set goals in the truth table: the weights that reach them are coloured here.</source>
        <translation>진리표에서 목표를 정하세요. 목표에 이르는 가중치가 여기에 색으로 나타납니다.</translation>
    </message>
    <message>
        <source>{met} of {all} goals are met here.</source>
        <translation>여기에서는 목표 {all}개 중 {met}개가 맞습니다.</translation>
    </message>
    <message>
        <source>Select a perceptron on the sheet: here are all of its weights at once.</source>
        <translation>회로에서 퍼셉트론을 고르세요. 가능한 모든 가중치가 여기에 한꺼번에 나타납니다.</translation>
    </message>
    <message>
        <source>Wire something into {unit}, and see all of its weights at once.</source>
        <translation>{unit}에 입력을 연결하세요. 가능한 모든 가중치가 여기에 한꺼번에 나타납니다.</translation>
    </message>
    <message>
        <source>Add a perceptron and wire it: here are all of its weights at once.</source>
        <translation>퍼셉트론을 추가하고 입력을 연결하세요. 가능한 모든 가중치가 여기에 한꺼번에 나타납니다.</translation>
    </message>
    <message>
        <source>Blocks keep their weights inside. Double-click one to open it, then select a perceptron.</source>
        <translation>블록의 가중치는 블록 안에 있습니다. 블록을 두 번 눌러 펼친 다음 퍼셉트론을 선택하세요.</translation>
    </message>
    <message>
        <source>Every point in full colour makes {gate}; the paler, the fewer are met.</source>
        <translation>가장 진한 곳의 점은 모두 {gate}가 됩니다. 색이 옅을수록 맞는 목표가 적습니다.</translation>
    </message>
    <message>
        <source>Every point in full colour meets them all; the paler, the fewer.</source>
        <translation>가장 진한 곳의 점은 모두 목표를 다 맞힙니다. 색이 옅을수록 맞는 목표가 적습니다.</translation>
    </message>
    <message>
        <source>Nowhere are they all met, and no bias helps: no line parts the ones of {gate} from its zeros.</source>
        <translation>모두 맞는 곳이 없으며 편향을 바꾸어도 소용없습니다. {gate}의 1과 0을 나누는 직선은 없습니다.</translation>
    </message>
    <message>
        <source>this goal</source>
        <translation>이 목표</translation>
    </message>
    <message>
        <source>Those that meet them all lie further out: turn the wheel.</source>
        <translation>모두 맞는 점은 더 바깥에 있습니다. 휠을 돌려 보세요.</translation>
    </message>
    <message>
        <source>Nowhere are they all met: this one perceptron cannot do it alone.</source>
        <translation>모두 맞는 곳이 없습니다. 이 퍼셉트론 하나로는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>With this bias they are all met nowhere: try another one.</source>
        <translation>이 편향에서는 모두 맞는 곳이 없습니다. 편향을 바꾸어 보세요.</translation>
    </message>
    <message>
        <source>{place}: {met} of {all} goals</source>
        <translation>{place}: 목표 {all}개 중 {met}개</translation>
    </message>
    <message>
        <source>{text}; wrong in {rows}</source>
        <translation>{text}, 틀린 행: {rows}</translation>
    </message>
    <message>
        <source>Activation of the perceptrons</source>
        <translation>퍼셉트론의 활성화 함수</translation>
    </message>
    <message>
        <source>What every perceptron makes of its sum, in blocks too</source>
        <translation>블록 안까지 모든 퍼셉트론이 합에 적용하는 함수입니다</translation>
    </message>
</context>
</TS>
